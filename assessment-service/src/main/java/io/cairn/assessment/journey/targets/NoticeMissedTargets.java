package io.cairn.assessment.journey.targets;

import io.cairn.assessment.journey.JourneyState;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.ModelKey;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent;
import io.cairn.platform.command.Command;
import java.time.LocalDate;
import java.util.List;

/**
 * Targets whose period is over are missed, but for those that a proposal of the period may still reach: as long as
 * nobody has decided on it, nobody knows.
 */
public record NoticeMissedTargets(
        TenantId tenant, UnitCode unit, ModelKey model, FiscalCalendar calendar, LocalDate today) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.journey(tenant, unit, model);
    }

    public static List<JourneyEvent> decide(NoticeMissedTargets command, JourneyState state) {
        return state.targets().all().stream()
                .filter(it -> command.calendar().lastDay(it.period()).isBefore(command.today()))
                .filter(it -> !it.waitsFor(state))
                .flatMap(it -> it.told(state, true).stream())
                .toList();
    }
}
