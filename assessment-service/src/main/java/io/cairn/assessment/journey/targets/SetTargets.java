package io.cairn.assessment.journey.targets;

import io.cairn.assessment.journey.JourneyState;
import io.cairn.assessment.journey.Stages;
import io.cairn.assessment.journey.Target;
import io.cairn.language.DimensionKey;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.JourneyEvent.TargetWithdrawn;
import io.cairn.maturity.MaturityModel;
import io.cairn.platform.command.Command;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a journey is to reach from now on: all of it. Targets that are missing are withdrawn, those that are the same
 * stay as they are. A target that is new or another one is told reached at once where the unit stands there already.
 *
 * @param latest version of the model, whose stages they are where the journey has not begun under one
 * @param today what is over by then is no target
 */
public record SetTargets(
        TenantId tenant, UnitCode unit, ModelRef latest, List<Wanted> targets, FiscalCalendar calendar, LocalDate today)
        implements Command {
    public SetTargets {
        targets = List.copyOf(targets);
    }

    /** @param stage of the model, by its key or its ordinal */
    public record Wanted(
            @Nullable DimensionKey dimension,
            String stage,
            Period period,
            @Nullable FreeText reason) {
        Target.Key key() {
            return new Target.Key(dimension, period);
        }
    }

    @Override
    public StreamId stream() {
        return StreamId.journey(tenant, unit, latest.key());
    }

    public static List<JourneyEvent> decide(
            SetTargets command, JourneyState state, Function<ModelRef, MaturityModel> models) {
        var model = models.apply(state.model().orElse(command.latest()));
        var wanted = new LinkedHashMap<Target.Key, TargetSet>();
        for (var i = 0; i < command.targets().size(); i++) command.add(i, state, model, wanted);
        var events = new ArrayList<JourneyEvent>();
        for (var target : state.targets().all())
            if (!wanted.containsKey(target.key()))
                events.add(new TargetWithdrawn(target.unit(), target.model(), target.dimension(), target.period()));
        for (var target : wanted.values()) if (!isThere(target, state)) events.add(target);
        return state.withTargets(events);
    }

    private void add(int index, JourneyState state, MaturityModel model, Map<Target.Key, TargetSet> wanted) {
        var it = targets.get(index);
        try {
            var set = new TargetSet(
                    unit,
                    model.ref(),
                    it.dimension(),
                    it.period(),
                    Stages.named(it.stage(), model, false),
                    it.reason());
            mustBeOf(model, it.dimension());
            if (!isThere(set, state) && calendar.lastDay(it.period()).isBefore(today))
                throw new Rejected(new Rejection.TargetPeriodIsOver(it.period()));
            if (wanted.put(it.key(), set) != null)
                throw new Rejected(new Rejection.SameTargetTwice(it.dimension(), it.period()));
        } catch (Rejected refused) {
            throw new Rejected(new Rejection.InEntry("targets", index, refused.reason()));
        }
    }

    private static void mustBeOf(MaturityModel model, @Nullable DimensionKey dimension) {
        if (dimension != null
                && model.dimensions().stream().noneMatch(it -> it.key().equals(dimension)))
            throw new Rejected(new Rejection.UnknownDimension(dimension));
    }

    private static boolean isThere(TargetSet wanted, JourneyState state) {
        return state.targets()
                .find(new Target.Key(wanted.dimension(), wanted.period()))
                .filter(it -> it.stage().ordinal() == wanted.stage().ordinal())
                .filter(it -> Objects.equals(it.reason(), wanted.reason()))
                .isPresent();
    }
}
