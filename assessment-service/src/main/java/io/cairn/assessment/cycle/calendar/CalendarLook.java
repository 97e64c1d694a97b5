package io.cairn.assessment.cycle.calendar;

import io.cairn.assessment.cycle.Cycles;
import io.cairn.assessment.cycle.opening.CycleAssessments;
import io.cairn.assessment.cycle.opening.OpenCycle;
import io.cairn.assessment.cycle.progress.CycleList;
import io.cairn.assessment.journey.targets.MissedTargets;
import io.cairn.assessment.model.Models;
import io.cairn.assessment.tenant.CyclePlans;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.ActorId;
import io.cairn.language.CyclePlan;
import io.cairn.language.Rejected;
import io.cairn.language.TenantId;
import io.cairn.platform.command.Commands;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what is due for one tenant today, by UTC, and was not done yet: opens the cycles of the periods that have begun,
 * the assessments of units that have joined, notes reminders, and tells which targets were missed. It looks at how
 * things are and not at what happened since it looked last, so nothing is lost while no node runs, and looking twice,
 * or on two nodes at once, does nothing twice.
 */
@Component
public final class CalendarLook {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarLook.class);
    private static final Origin SYSTEM = new Origin(new ActorId("system"), Channel.POLICY, null, null);

    private final Tenants tenants;
    private final CyclePlans plans;
    private final Models models;
    private final StreamReader streams;
    private final Commands commands;
    private final CycleList list;
    private final Cycles cycles;
    private final CycleAssessments assessments;
    private final Reminders reminders;
    private final MissedTargets targets;
    private final Clock clock;

    CalendarLook(
            Tenants tenants,
            CyclePlans plans,
            Models models,
            StreamReader streams,
            Commands commands,
            CycleList list,
            Cycles cycles,
            CycleAssessments assessments,
            Reminders reminders,
            MissedTargets targets,
            Clock clock) {
        this.tenants = tenants;
        this.plans = plans;
        this.models = models;
        this.streams = streams;
        this.commands = commands;
        this.list = list;
        this.cycles = cycles;
        this.assessments = assessments;
        this.reminders = reminders;
        this.targets = targets;
        this.clock = clock;
    }

    public void look(TenantId tenant) {
        if (plans.closed(tenant)) return;
        var today = LocalDate.now(clock);
        for (var plan : plans.cyclePlans(tenant)) open(tenant, plan, today);
        for (var running : list.running(tenant, today)) {
            var cycle = cycles.find(tenant, running.id());
            if (cycle.state().closed()) continue;
            assessments.open(tenant, cycle.state(), today, SYSTEM);
            reminders.note(tenant, cycle, today, clock.instant());
        }
        targets.look(tenant, today, SYSTEM);
    }

    /** The policy that follows a cycle opened opens its assessments. */
    private void open(TenantId tenant, CyclePlan plan, LocalDate today) {
        var settings = tenants.settings(tenant);
        var calendar = settings.fiscalYearStart();
        var command = new OpenCycle(tenant, plan, calendar.periodOf(today, settings.cadence()), calendar);
        if (!streams.begun(tenant, List.of(command.stream())).isEmpty()) return;
        try {
            models.usable(tenant, plan.model());
            commands.send(command, SYSTEM);
        } catch (Rejected refused) {
            // another node was faster; or the model was retired since it was planned
            LOG.info("cycle {} of {} is not opened: {}", command.period(), plan.model(), refused.reason());
        }
    }
}
