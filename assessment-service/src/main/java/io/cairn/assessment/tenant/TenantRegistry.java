package io.cairn.assessment.tenant;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.OPERATOR;

import io.cairn.assessment.Name;
import io.cairn.language.Cadence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings;
import io.cairn.language.TenantSettings.CompanyProfile;
import io.cairn.language.TransitionPolicy;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.ApiKeys;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.ClosedTenants;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Answers;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the operator of the platform does with tenants. */
@RestController
@RequestMapping("/api/v1/tenants")
class TenantRegistry {
    private final Commands commands;
    private final TenantStreams tenants;
    private final ApiKeys keys;
    private final ClosedTenants closed;

    TenantRegistry(Commands commands, TenantStreams tenants, ApiKeys keys, ClosedTenants closed) {
        this.commands = commands;
        this.tenants = tenants;
        this.keys = keys;
        this.closed = closed;
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

    /** A tenant as the operator sees it: whose it is and whether it is open, nothing of what it holds. */
    record Registry(TenantId id, Slug slug, String name, String status) {
        static Registry of(TenantId id, TenantState state) {
            var last = state.last();
            return new Registry(id, last.slug(), last.name(), state instanceof TenantState.Closed ? "closed" : "open");
        }
    }

    record Closing(@Nullable FreeText reason) {}

    /** Should the process end before the key is told, {@link #issueAdminKey} gives another. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(OPERATOR)
    ResponseEntity<Registered> register(Caller caller, @RequestBody Registration body) {
        var id = TenantId.of(body.slug());
        // one that is erased has no events left that could tell
        if (closed.contains(id)) throw new Rejected(new Rejection.AlreadyExists("tenant", id.value()));
        var receipt = commands.send(new RegisterTenant(id, body.slug(), body.name(), body.settings()), caller.origin());
        var key = keys.create(id, "first admin key", ADMIN, null);
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(Answers.headers(receipt))
                .body(new Registered(id, body.slug(), body.name(), key.key()));
    }

    /** For a tenant that has lost its admin keys, or never saw the first. */
    @PostMapping("/{slug}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(OPERATOR)
    ResponseEntity<IssuedKey> issueAdminKey(@PathVariable Slug slug) {
        var id = TenantId.of(slug);
        if (tenants.find(id).state() instanceof TenantState.Closed)
            throw Problem.of(409, "tenant-closed", "The tenant is closed.").exception();
        tenants.find(id).state().registered();
        var key = keys.create(id, "admin key issued by the operator", ADMIN, null);
        return ResponseEntity.status(HttpStatus.CREATED).body(new IssuedKey(key.id(), key.key()));
    }

    @GetMapping("/{slug}")
    @Allowed(OPERATOR)
    ResponseEntity<Registry> show(@PathVariable Slug slug) {
        var id = TenantId.of(slug);
        var found = tenants.find(id);
        return ResponseEntity.ok().eTag(Answers.etag(found.version())).body(Registry.of(id, found.state()));
    }

    /** Nobody gets in any more, within seconds on every node. It cannot be taken back. */
    @PostMapping("/{slug}/closing")
    @Allowed(OPERATOR)
    ResponseEntity<Registry> close(
            Caller caller,
            @PathVariable Slug slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Closing body) {
        var id = TenantId.of(slug);
        var command = new CloseTenant(id, body == null ? null : body.reason());
        var receipt = commands.send(command, caller.origin(), Answers.requiredVersion(ifMatch));
        closed.close(id); // at once here; the policy sees to it should this process end first
        return ResponseEntity.ok()
                .headers(Answers.headers(receipt))
                .body(Registry.of(id, tenants.find(id).state()));
    }
}
