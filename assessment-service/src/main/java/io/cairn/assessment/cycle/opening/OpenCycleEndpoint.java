package io.cairn.assessment.cycle.opening;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;

import io.cairn.assessment.cycle.CycleBody;
import io.cairn.assessment.cycle.Cycles;
import io.cairn.assessment.cycle.ScopeCheck;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.language.CyclePlan;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.ReminderDays;
import io.cairn.language.UnitCode;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OpenCycleEndpoint {
    private final Commands commands;
    private final Cycles cycles;
    private final Tenants tenants;
    private final ScopeCheck scopes;

    OpenCycleEndpoint(Commands commands, Cycles cycles, Tenants tenants, ScopeCheck scopes) {
        this.commands = commands;
        this.cycles = cycles;
        this.tenants = tenants;
        this.scopes = scopes;
    }

    /**
     * @param under a unit whose subtree it is about, with itself
     * @param units those it is about; neither it nor {@code under} means all
     * @param reminderDays before the last day of the period; left out, 14 and 3
     */
    record NewCycle(
            ModelRef model,
            Period period,
            @Nullable UnitCode under,
            List<UnitCode> units,
            @Nullable ReminderDays reminderDays) {
        NewCycle {
            CyclePlan.of(model, under, units, reminderDays);
        }

        CyclePlan plan() {
            return CyclePlan.of(model, under, units, reminderDays);
        }
    }

    /** The assessments of its units follow in a moment, by a policy. */
    @PostMapping("/api/v1/cycles")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<CycleBody> open(Caller caller, @RequestBody NewCycle body) {
        var tenant = caller.tenant();
        scopes.check(tenant, body.plan(), "");
        var calendar = tenants.settings(tenant).fiscalYearStart();
        var command = new OpenCycle(tenant, body.plan(), body.period(), calendar);
        var receipt = commands.send(command, caller.origin());
        var id = command.stream().value();
        return ResponseEntity.created(URI.create("/api/v1/cycles/" + id))
                .headers(Answers.headers(receipt))
                .body(CycleBody.of(cycles.find(tenant, id)));
    }
}
