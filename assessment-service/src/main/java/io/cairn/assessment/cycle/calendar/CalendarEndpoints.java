package io.cairn.assessment.cycle.calendar;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.cycle.ScopeCheck;
import io.cairn.assessment.tenant.CyclePlans;
import io.cairn.assessment.tenant.PlanCycles;
import io.cairn.language.CyclePlan;
import io.cairn.language.InvalidValue;
import io.cairn.language.ModelRef;
import io.cairn.language.ReminderDays;
import io.cairn.language.UnitCode;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a tenant wants assessed in every period, and whom the calendar has reminded. */
@RestController
@RequestMapping("/api/v1")
class CalendarEndpoints {
    private final Commands commands;
    private final CyclePlans plans;
    private final ScopeCheck scopes;
    private final Reminders reminders;
    private final Paging paging;

    CalendarEndpoints(Commands commands, CyclePlans plans, ScopeCheck scopes, Reminders reminders, Paging paging) {
        this.commands = commands;
        this.plans = plans;
        this.scopes = scopes;
        this.reminders = reminders;
        this.paging = paging;
    }

    /**
     * @param under a unit whose subtree is assessed, with itself
     * @param units those assessed; neither it nor {@code under} means all
     * @param reminderDays before the last day of each period; left out, 14 and 3
     */
    record PlanBody(
            ModelRef model,
            @Nullable UnitCode under,
            List<UnitCode> units,
            @Nullable ReminderDays reminderDays) {
        PlanBody {
            CyclePlan.of(model, under, units, reminderDays);
        }

        CyclePlan plan() {
            return CyclePlan.of(model, under, units, reminderDays);
        }

        static PlanBody of(CyclePlan plan) {
            var scope = plan.scope();
            return new PlanBody(plan.model(), scope.under(), scope.units(), plan.reminderDays());
        }
    }

    /** The plan as it is to be: all of it, each model once. */
    record PlansBody(List<PlanBody> plans) {
        PlansBody {
            plans = List.copyOf(plans);
            if (plans.stream().map(it -> it.model().key()).distinct().count() < plans.size())
                throw new InvalidValue("a model is planned once");
        }

        static PlansBody of(List<CyclePlan> plans) {
            return new PlansBody(plans.stream().map(PlanBody::of).toList());
        }
    }

    @GetMapping("/tenant/cycle-plan")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    PlansBody plan(Caller caller) {
        return PlansBody.of(plans.cyclePlans(caller.tenant()));
    }

    /** Takes effect at once: the cycle of the period under way is opened if there is none. */
    @PutMapping("/tenant/cycle-plan")
    @Allowed(ADMIN)
    ResponseEntity<PlansBody> plan(
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PlansBody body) {
        var plans = body.plans().stream().map(PlanBody::plan).toList();
        for (var i = 0; i < plans.size(); i++) scopes.check(caller.tenant(), plans.get(i), "/plans/" + i);
        var receipt = commands.send(
                new PlanCycles(caller.tenant(), plans), caller.origin(), Answers.expectedVersion(ifMatch));
        return ResponseEntity.ok().headers(Answers.headers(receipt)).body(PlansBody.of(plans));
    }

    /** In the order in which they fell due; {@code cursor} goes on where a reader has stopped. */
    @GetMapping("/reminders")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    @ReadsViews(WhenCyclesPlannedThenWatchCalendar.NAME)
    ResponseEntity<Page<Reminders.Reminder>> reminders(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return paging.page(
                caller,
                "reminders",
                limit,
                cursor,
                (after, atMost) ->
                        reminders.behind(caller.tenant(), after == null ? 0 : Long.parseLong(after.getFirst()), atMost),
                reminder -> List.of(Long.toString(reminder.number())));
    }
}
