package io.cairn.reporting.point;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.json.CairnJson;
import io.cairn.eventstore.projection.Rows;
import io.cairn.language.ActorId;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageRejected;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What journeys decide, or wait to decide. The words of a reason stay in the event; the row says only that there are some. */
final class Decisions {
    private Decisions() {}

    /** The finalized assessment has said all that is in its first proposal; of what is proposed again, that it is open. */
    static void proposed(StageProposed e, StoredEvent stored, Rows rows) {
        if (e.repeats() == null) return;
        var point = PointScope.of(stored.tenant(), e.model(), e.unit(), e.period());
        rows.executeTogether(
                point,
                point,
                StagePointsSql.PROPOSED_AGAIN,
                stored.tenant().value(),
                e.model().key().value(),
                e.unit().value(),
                PeriodOrder.of(e.period()),
                stored.position(),
                stored.recordedAt());
    }

    static void transitioned(StageTransitioned e, StoredEvent stored, Rows rows) {
        var move = new Move(e.from(), Words.of(e.direction()), Words.of(e.cause()), e.skipped(), e.overridden());
        decided("transitioned", e.proposal(), e.unit(), e.model(), e.period(), e.to(), move)
                .by(e.decidedBy(), e.reason() != null, stored, rows);
    }

    static void held(StageHeld e, StoredEvent stored, Rows rows) {
        decided("held", e.proposal(), e.unit(), e.model(), e.period(), e.stage(), null)
                .by(e.decidedBy(), e.reason() != null, stored, rows);
    }

    static void rejected(StageRejected e, StoredEvent stored, Rows rows) {
        decided("rejected", e.proposal(), e.unit(), e.model(), e.period(), null, null)
                .by(e.decidedBy(), true, stored, rows);
    }

    private static Decision decided(
            String kind,
            UUID proposal,
            UnitCode unit,
            ModelRef model,
            Period period,
            @Nullable StageRef stage,
            @Nullable Move move) {
        return new Decision(kind, proposal, unit, model, period, stage, move);
    }

    private record Move(
            @Nullable StageRef from, String direction, String cause, List<StageRef> skipped, boolean overridden) {}

    private record Decision(
            String kind,
            UUID proposal,
            UnitCode unit,
            ModelRef model,
            Period period,
            @Nullable StageRef stage,
            @Nullable Move move) {
        void by(@Nullable ActorId actor, boolean hasReason, StoredEvent stored, Rows rows) {
            var from = move == null ? null : move.from();
            var point = PointScope.of(stored.tenant(), model, unit, period);
            rows.executeTogether(
                    point,
                    point,
                    StagePointsSql.DECIDED,
                    stored.tenant().value(),
                    model.key().value(),
                    unit.value(),
                    PeriodOrder.of(period),
                    period.toString(),
                    stored.position(),
                    stored.recordedAt(),
                    model.version().toString(),
                    stage == null ? null : stage.ordinal(),
                    stage == null ? null : stage.key(),
                    kind,
                    actor == null ? null : actor.value(),
                    proposal,
                    from == null ? null : from.ordinal(),
                    from == null ? null : from.key(),
                    move == null ? null : move.direction(),
                    move == null ? null : move.cause(),
                    move == null ? null : CairnJson.mapper().writeValueAsString(move.skipped()),
                    move == null ? null : move.overridden(),
                    hasReason);
        }
    }
}
