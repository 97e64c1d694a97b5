package io.cairn.reporting.milestone;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.Scope;
import io.cairn.eventstore.projection.View;
import io.cairn.language.DimensionKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.TransitionCause;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageRejected;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetReopened;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.JourneyEvent.TargetWithdrawn;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.UnitEvent;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row per state of a target, and per proposal while it waits, each with the time from and until which it was known. */
public final class TargetsView implements View {
    public static final String NAME = "targets-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("reporting.target_state", "reporting.waiting_proposal");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case JourneyEvent event -> apply(event, stored, rows);
            case TenantEvent ignored -> {}
            case UnitEvent ignored -> {}
            case ModelEvent ignored -> {}
            case AssessmentEvent ignored -> {}
            case CycleEvent ignored -> {}
            case RoadmapEvent ignored -> {}
        }
    }

    private static void apply(JourneyEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case TargetSet e ->
                target(
                        TargetsSql.SET,
                        e.unit(),
                        e.model(),
                        e.dimension(),
                        e.period(),
                        stored,
                        rows,
                        e.period().toString(),
                        e.model().version().toString(),
                        e.stage().ordinal(),
                        e.stage().key());
            case TargetWithdrawn e ->
                target(TargetsSql.WITHDRAWN, e.unit(), e.model(), e.dimension(), e.period(), stored, rows);
            case TargetReached e ->
                target(
                        TargetsSql.REACHED,
                        e.unit(),
                        e.model(),
                        e.dimension(),
                        e.period(),
                        stored,
                        rows,
                        e.in().toString());
            case TargetMissed e ->
                target(TargetsSql.MISSED, e.unit(), e.model(), e.dimension(), e.period(), stored, rows);
            case TargetReopened e ->
                target(TargetsSql.REOPENED, e.unit(), e.model(), e.dimension(), e.period(), stored, rows);
            case StageProposed e ->
                proposal(
                        TargetsSql.PROPOSED,
                        e.unit(),
                        e.model(),
                        e.period(),
                        e.proposal(),
                        e.repeats() == null ? TransitionCause.ASSESSMENT : TransitionCause.CORRECTION,
                        stored,
                        rows);
            case StageTransitioned e -> decided(e.unit(), e.model(), e.period(), e.proposal(), stored, rows);
            case StageHeld e -> decided(e.unit(), e.model(), e.period(), e.proposal(), stored, rows);
            case StageRejected e -> decided(e.unit(), e.model(), e.period(), e.proposal(), stored, rows);
        }
    }

    private static void target(
            String sql,
            UnitCode unit,
            ModelRef model,
            @Nullable DimensionKey dimension,
            Period period,
            StoredEvent stored,
            Rows rows,
            Object... more) {
        var point = Scope.of(stored.tenant(), model.key(), unit, period);
        var arguments = new ArrayList<Object>(List.of(
                stored.tenant().value(),
                model.key().value(),
                unit.value(),
                PeriodOrder.of(period),
                dimension == null ? "" : dimension.value(),
                stored.position(),
                stored.recordedAt()));
        arguments.addAll(Arrays.asList(more));
        var one = dimension == null ? point : new Scope(point, dimension);
        rows.executeTogether(point, one, sql, arguments.toArray());
    }

    private static void decided(
            UnitCode unit, ModelRef model, Period period, UUID proposal, StoredEvent stored, Rows rows) {
        proposal(TargetsSql.DECIDED, unit, model, period, proposal, TransitionCause.ASSESSMENT, stored, rows);
    }

    private static void proposal(
            String sql,
            UnitCode unit,
            ModelRef model,
            Period period,
            UUID proposal,
            TransitionCause cause,
            StoredEvent stored,
            Rows rows) {
        var point = Scope.of(stored.tenant(), model.key(), unit, period);
        rows.executeTogether(
                point,
                point,
                sql,
                stored.tenant().value(),
                model.key().value(),
                unit.value(),
                PeriodOrder.of(period),
                stored.position(),
                stored.recordedAt(),
                proposal,
                Words.of(cause));
    }
}
