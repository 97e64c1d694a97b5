package io.cairn.assessment.tenant;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.Name;
import io.cairn.language.Cadence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.TenantSettings;
import io.cairn.language.TenantSettings.CompanyProfile;
import io.cairn.language.TransitionPolicy;
import io.cairn.platform.command.Commands;
import io.cairn.platform.command.Receipt;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own tenant. */
@RestController
@RequestMapping("/api/v1/tenant")
class OwnTenant {
    private final Commands commands;
    private final TenantStreams tenants;

    OwnTenant(Commands commands, TenantStreams tenants) {
        this.commands = commands;
        this.tenants = tenants;
    }

    /** The settings as they are to be: all of them. @param name null keeps the name */
    record Settings(
            @Nullable Name name,
            @Nullable CompanyProfile profile,
            FiscalCalendar fiscalYearStart,
            Cadence cadence,
            TransitionPolicy transitionPolicy) {

        TenantSettings settings() {
            return new TenantSettings(
                    fiscalYearStart,
                    cadence,
                    transitionPolicy,
                    Objects.requireNonNullElseGet(profile, () -> new CompanyProfile(null, null, null)));
        }
    }

    @GetMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<TenantBody> show(Caller caller) {
        var found = tenants.find(caller.tenant());
        return ResponseEntity.ok()
                .eTag(Answers.etag(found.version()))
                .body(TenantBody.of(caller.tenant(), found.state().registered()));
    }

    @PutMapping("/settings")
    @Allowed(ADMIN)
    ResponseEntity<TenantBody> change(
            Caller caller,
            @RequestBody Settings body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var name = Objects.requireNonNullElseGet(
                body.name(),
                () -> new Name(
                        tenants.find(caller.tenant()).state().registered().name()));
        var receipt = commands.send(
                new ChangeSettings(caller.tenant(), name, body.settings()),
                caller.origin(),
                Answers.expectedVersion(ifMatch));
        return now(caller, receipt);
    }

    /** Results count in the benchmarks released from now on, without the company's name. */
    @PutMapping("/benchmark-consent")
    @Allowed(ADMIN)
    ResponseEntity<TenantBody> join(
            Caller caller, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return now(
                caller,
                commands.send(new JoinBenchmark(caller.tenant()), caller.origin(), Answers.expectedVersion(ifMatch)));
    }

    /** They count no more from the next release on. What is released is frozen. */
    @DeleteMapping("/benchmark-consent")
    @Allowed(ADMIN)
    ResponseEntity<TenantBody> leave(
            Caller caller, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return now(
                caller,
                commands.send(new LeaveBenchmark(caller.tenant()), caller.origin(), Answers.expectedVersion(ifMatch)));
    }

    private ResponseEntity<TenantBody> now(Caller caller, Receipt receipt) {
        var now = tenants.find(caller.tenant()).state().registered();
        return ResponseEntity.ok().headers(Answers.headers(receipt)).body(TenantBody.of(caller.tenant(), now));
    }
}
