package io.cairn.assessment.tenant;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.OPERATOR;

import io.cairn.assessment.Name;
import io.cairn.language.Cadence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings;
import io.cairn.language.TenantSettings.CompanyProfile;
import io.cairn.language.TransitionPolicy;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.ApiKeys;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the operator of the platform does with tenants. */
@RestController
@RequestMapping("/api/v1/tenants")
class TenantRegistry {
    private final Commands commands;
    private final TenantStreams tenants;
    private final ApiKeys keys;

    TenantRegistry(Commands commands, TenantStreams tenants, ApiKeys keys) {
        this.commands = commands;
        this.tenants = tenants;
        this.keys = keys;
    }

    /** Left out: a fiscal year from 01-01, quarters, transitions without a decision. */
    record Registration(
            Slug slug,
            Name name,
            @Nullable CompanyProfile profile,
            @Nullable FiscalCalendar fiscalYearStart,
            @Nullable Cadence cadence,
            @Nullable TransitionPolicy transitionPolicy) {

        TenantSettings settings() {
            return new TenantSettings(
                    Objects.requireNonNullElseGet(fiscalYearStart, () -> FiscalCalendar.parse("01-01")),
                    Objects.requireNonNullElse(cadence, Cadence.QUARTERLY),
                    Objects.requireNonNullElse(transitionPolicy, TransitionPolicy.AUTOMATIC),
                    Objects.requireNonNullElseGet(profile, () -> new CompanyProfile(null, null, null)));
        }
    }

    /** @param adminKey an API key with the role admin, told here and never again */
    record Registered(TenantId id, Slug slug, Name name, String adminKey) {}

    record IssuedKey(UUID id, String key) {}

    /** Should the process end before the key is told, {@link #issueAdminKey} gives another. */
    @PostMapping
    @Allowed(OPERATOR)
    ResponseEntity<Registered> register(Caller caller, @RequestBody Registration body) {
        var id = TenantId.of(body.slug());
        var receipt = commands.send(new RegisterTenant(id, body.slug(), body.name(), body.settings()), caller.origin());
        var key = keys.create(id, "first admin key", ADMIN, null);
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(Answers.headers(receipt))
                .body(new Registered(id, body.slug(), body.name(), key.key()));
    }

    /** For a tenant that has lost its admin keys, or never saw the first. */
    @PostMapping("/{slug}/keys")
    @Allowed(OPERATOR)
    ResponseEntity<IssuedKey> issueAdminKey(@PathVariable Slug slug) {
        var id = TenantId.of(slug);
        tenants.find(id).state().registered();
        var key = keys.create(id, "admin key issued by the operator", ADMIN, null);
        return ResponseEntity.status(HttpStatus.CREATED).body(new IssuedKey(key.id(), key.key()));
    }
}
