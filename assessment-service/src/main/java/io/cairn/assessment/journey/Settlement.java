package io.cairn.assessment.journey;

import io.cairn.language.ActorId;
import io.cairn.language.Direction;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.TransitionCause;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageRejected;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a proposal ends. A period that ends at another stage than it began with is a transition, else the stage is
 * held. Where that changes what the next period with a stage began with, what was found there is proposed again, and
 * its stage stands until somebody decides. Under the policy automatic its stage is told anew at once: it stands, its
 * way there differs. Periods after that one begin as they did.
 *
 * @param policy by which a later period is settled anew
 * @param decidedBy null when the tenant's policy decided
 * @param models every version the journey has been through
 */
public record Settlement(
        JourneyState state,
        StageProposed proposal,
        TransitionPolicy policy,
        @Nullable ActorId decidedBy,
        Function<ModelRef, MaturityModel> models) {

    /** The period gets this stage; null when it stays without one. */
    public List<JourneyEvent> at(@Nullable StageRef stage, @Nullable FreeText reason) {
        if (stage == null)
            return withCorrection(new StageHeld(
                    proposal.proposal(),
                    proposal.unit(),
                    proposal.model(),
                    proposal.period(),
                    null,
                    decidedBy,
                    reason));
        var standing = new JourneyState.Standing(proposal, stage);
        return withCorrection(told(state, proposal.period(), standing, cause(standing), reason));
    }

    /** It was the model that moved the stage where the same answers, under the version the journey was at, had not. */
    private TransitionCause cause(JourneyState.Standing standing) {
        if (proposal.repeats() != null) return TransitionCause.CORRECTION;
        var under = proposal.underPrevious();
        var earlier = state.stages().headMap(proposal.period());
        if (standing.overridden() || under == null || earlier.isEmpty()) return TransitionCause.ASSESSMENT;
        var before = earlier.lastEntry().getValue();
        return under.model().equals(before.model()) && same(under.stage(), before.stage())
                ? TransitionCause.MODEL_VERSION
                : TransitionCause.ASSESSMENT;
    }

    /** The period keeps the stage it has, else the one it began with. */
    public List<JourneyEvent> held(FreeText reason) {
        var standing = state.stages().get(proposal.period());
        return at(standing != null ? standing.stage() : state.before(proposal.period()), reason);
    }

    /** The period has no stage of its own, nor keeps one. */
    public List<JourneyEvent> rejected(ActorId by, FreeText reason) {
        return withCorrection(new StageRejected(
                proposal.proposal(), proposal.unit(), proposal.model(), proposal.period(), by, reason));
    }

    private List<JourneyEvent> withCorrection(JourneyEvent event) {
        var settled = new ArrayList<JourneyEvent>();
        settled.add(event);
        var corrected = state.evolve(event);
        corrected
                .after(proposal.period())
                .filter(later -> !same(state.before(later), corrected.before(later)))
                .ifPresent(later -> settled.addAll(anew(corrected, later)));
        return state.withTargets(settled);
    }

    private List<JourneyEvent> anew(JourneyState corrected, Period later) {
        var standing = Objects.requireNonNull(corrected.stages().get(later));
        return switch (policy) {
            case AUTOMATIC -> List.of(told(corrected, later, standing, TransitionCause.CORRECTION, null));
            // whoever decides on what waits there sees the corrected past anyway
            case CONFIRMED -> corrected.open().containsKey(later) ? List.of() : List.of(again(corrected, standing));
        };
    }

    /** The number of proposals so far makes it one of its own. */
    private static StageProposed again(JourneyState journey, JourneyState.Standing standing) {
        var found = standing.proposal();
        var first = found.first();
        var name = first + " again " + journey.seen().size();
        return new StageProposed(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                found.unit(),
                found.model(),
                found.period(),
                found.assessment(),
                found.stage(),
                found.dimensions(),
                found.underPrevious(),
                first);
    }

    private JourneyEvent told(
            JourneyState journey,
            Period period,
            JourneyState.Standing standing,
            TransitionCause cause,
            @Nullable FreeText reason) {
        var from = journey.before(period);
        var to = standing.stage();
        var proposed = standing.proposal().proposal();
        if (same(from, to)) return new StageHeld(proposed, unit(), standing.model(), period, to, decidedBy, reason);
        return new StageTransitioned(
                proposed,
                unit(),
                standing.model(),
                period,
                from,
                to,
                direction(from, to),
                skipped(journey, period, standing),
                cause,
                decidedBy,
                standing.overridden(),
                reason);
    }

    private UnitCode unit() {
        return proposal.unit();
    }

    private static Direction direction(@Nullable StageRef from, StageRef to) {
        if (from == null) return Direction.INITIAL;
        return to.ordinal() > from.ordinal() ? Direction.ADVANCE : Direction.REGRESS;
    }

    /** A journey that begins above the first stage skips nothing: how it got there is not known. */
    private List<StageRef> skipped(JourneyState journey, Period period, JourneyState.Standing standing) {
        var from = journey.before(period);
        if (from == null) return List.of();
        var reached = journey.stages().headMap(period).values().stream()
                .map(it -> it.stage().ordinal())
                .collect(Collectors.toSet());
        return models.apply(standing.model()).stages().stream()
                .map(Stage::ref)
                .filter(it -> it.ordinal() > from.ordinal()
                        && it.ordinal() < standing.stage().ordinal())
                .filter(it -> !reached.contains(it.ordinal()))
                .toList();
    }

    /** Stages of two versions of a model are the same when they stand at the same place. */
    private static boolean same(@Nullable StageRef one, @Nullable StageRef other) {
        return one == null || other == null ? one == other : one.ordinal() == other.ordinal();
    }
}
