package io.cairn.assessment.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cairn.assessment.assessment.AssessmentScenario;
import io.cairn.assessment.journey.deciding.DecideProposal;
import io.cairn.assessment.journey.deciding.Verdict;
import io.cairn.assessment.journey.proposing.ProposeStage;
import io.cairn.assessment.journey.targets.NoticeMissedTargets;
import io.cairn.assessment.journey.targets.SetTargets;
import io.cairn.assessment.journey.withdrawing.WithdrawStage;
import io.cairn.language.ActorId;
import io.cairn.language.DimensionStage;
import io.cairn.language.Direction;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StageRef;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.TransitionCause;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageRejected;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.platform.command.Command;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cast of the journey's tests, and their given, when and then on plain decisions. */
public final class JourneyScenario {
    public static final TenantId TENANT = AssessmentScenario.TENANT;
    public static final UnitCode UNIT = AssessmentScenario.UNIT;
    public static final ModelRef REF = AssessmentScenario.REF;
    public static final Period Q1 = Period.parse("2026-Q1");
    public static final Period Q2 = Period.parse("2026-Q2");
    public static final Period Q3 = Period.parse("2026-Q3");
    public static final StageRef LOW = new StageRef(1, "low");
    public static final StageRef MIDDLE = new StageRef(2, "middle");
    public static final StageRef HIGH = new StageRef(3, "high");
    public static final StageRef TOP = new StageRef(4, "top");
    /** What every finding says of the dimensions, unless a test says otherwise. */
    public static final List<DimensionStage> DIMENSIONS = List.of(new DimensionStage(AssessmentScenario.ALL, LOW));

    public static final ActorId ANNA = new ActorId("user:anna");
    public static final FreeText BECAUSE = FreeText.of("the audit says otherwise");

    private final List<JourneyEvent> given;

    private JourneyScenario(List<JourneyEvent> given) {
        this.given = given;
    }

    /** The proposal of a period's first finalization, or of a later one. */
    public static UUID proposalOf(Period period, long finalizedAt) {
        return propose(period, LOW, TransitionPolicy.CONFIRMED, finalizedAt).proposal();
    }

    public static ProposeStage propose(Period period, StageRef stage, TransitionPolicy policy, long finalizedAt) {
        return new ProposeStage(TENANT, UNIT, REF, period, assessment(period), finalizedAt, stage, DIMENSIONS, policy);
    }

    /** Under the policy automatic, with this stage of the model's one dimension. */
    public static ProposeStage found(Period period, StageRef stage, StageRef dimension, long finalizedAt) {
        return new ProposeStage(
                TENANT,
                UNIT,
                REF,
                period,
                assessment(period),
                finalizedAt,
                stage,
                List.of(new DimensionStage(AssessmentScenario.ALL, dimension)),
                TransitionPolicy.AUTOMATIC);
    }

    public static ProposeStage automatically(Period period, StageRef stage) {
        return propose(period, stage, TransitionPolicy.AUTOMATIC, 5);
    }

    public static ProposeStage automaticallyAnew(Period period, StageRef stage) {
        return propose(period, stage, TransitionPolicy.AUTOMATIC, 9);
    }

    public static ProposeStage confirmed(Period period, StageRef stage) {
        return propose(period, stage, TransitionPolicy.CONFIRMED, 5);
    }

    public static ProposeStage confirmedAnew(Period period, StageRef stage) {
        return propose(period, stage, TransitionPolicy.CONFIRMED, 9);
    }

    public static DecideProposal decide(Period period, Verdict verdict) {
        return decide(proposalOf(period, 5), verdict, TransitionPolicy.CONFIRMED);
    }

    public static DecideProposal decideAnew(Period period, Verdict verdict) {
        return decide(proposalOf(period, 9), verdict, TransitionPolicy.CONFIRMED);
    }

    /** By a person, of a tenant whose policy is automatic by now. */
    public static DecideProposal decideAnewAutomatically(Period period, Verdict verdict) {
        return decide(proposalOf(period, 9), verdict, TransitionPolicy.AUTOMATIC);
    }

    public static DecideProposal decide(UUID proposal, Verdict verdict, TransitionPolicy policy) {
        return new DecideProposal(TENANT, UNIT, REF.key(), proposal, verdict, policy, ANNA);
    }

    /** The id of what is proposed again as the nth proposal of the journey, from 0. */
    public static UUID againAs(int number, Period period) {
        var name = proposalOf(period, 5) + " again " + number;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** What was found first in a period, proposed again as the nth proposal of the journey. */
    public static StageProposed again(int number, Period period, StageRef stage) {
        var first = proposed(period, stage);
        return new StageProposed(
                againAs(number, period),
                UNIT,
                REF,
                period,
                first.assessment(),
                stage,
                first.dimensions(),
                null,
                first.proposal());
    }

    public static StageProposed proposed(Period period, StageRef stage) {
        return proposed(period, stage, 5);
    }

    public static StageProposed proposedAnew(Period period, StageRef stage) {
        return proposed(period, stage, 9);
    }

    public static StageProposed proposed(Period period, StageRef stage, long finalizedAt) {
        return new StageProposed(
                proposalOf(period, finalizedAt), UNIT, REF, period, assessment(period), stage, DIMENSIONS, null, null);
    }

    /** A transition by the tenant's policy, to be told otherwise with {@link Told}. */
    public static Told moved(Period period, @Nullable StageRef from, StageRef to, Direction direction) {
        return new Told(new StageTransitioned(
                proposalOf(period, 5),
                UNIT,
                REF,
                period,
                from,
                to,
                direction,
                List.of(),
                TransitionCause.ASSESSMENT,
                null,
                false,
                null));
    }

    public static StageHeld held(Period period, @Nullable StageRef stage) {
        return new StageHeld(proposalOf(period, 5), UNIT, REF, period, stage, null, null);
    }

    public static StageRejected rejected(Period period) {
        return new StageRejected(proposalOf(period, 5), UNIT, REF, period, ANNA, BECAUSE);
    }

    private static UUID assessment(Period period) {
        return StreamId.assessment(TENANT, UNIT, REF.key(), period).value();
    }

    /** What differs from a plain transition. */
    public record Told(StageTransitioned event) {
        public Told skipping(StageRef... skipped) {
            return told(
                    event.proposal(),
                    List.of(skipped),
                    event.cause(),
                    event.decidedBy(),
                    event.overridden(),
                    event.reason());
        }

        public Told asCorrection() {
            return told(
                    event.proposal(),
                    event.skipped(),
                    TransitionCause.CORRECTION,
                    event.decidedBy(),
                    event.overridden(),
                    event.reason());
        }

        public Told anew() {
            return of(9);
        }

        public Told of(long finalizedAt) {
            return as(proposalOf(event.period(), finalizedAt));
        }

        public Told as(UUID proposal) {
            return told(
                    proposal, event.skipped(), event.cause(), event.decidedBy(), event.overridden(), event.reason());
        }

        public Told by(ActorId actor) {
            return told(event.proposal(), event.skipped(), event.cause(), actor, event.overridden(), event.reason());
        }

        public Told overridden() {
            return told(event.proposal(), event.skipped(), event.cause(), event.decidedBy(), true, event.reason());
        }

        public Told because(FreeText reason) {
            return told(
                    event.proposal(), event.skipped(), event.cause(), event.decidedBy(), event.overridden(), reason);
        }

        private Told told(
                UUID proposal,
                List<StageRef> skipped,
                TransitionCause cause,
                @Nullable ActorId by,
                boolean overridden,
                @Nullable FreeText reason) {
            return new Told(new StageTransitioned(
                    proposal,
                    event.unit(),
                    event.model(),
                    event.period(),
                    event.from(),
                    event.to(),
                    event.direction(),
                    skipped,
                    cause,
                    by,
                    overridden,
                    reason));
        }
    }

    /** Events, or commands whose events are what happened. */
    public static JourneyScenario given(Object... happened) {
        return new JourneyScenario(List.of()).and(happened);
    }

    /** And then. */
    public JourneyScenario and(Object... happened) {
        var state = state();
        var events = new ArrayList<>(given);
        for (var it : happened) {
            var next = it instanceof Command command ? decided(command, state) : List.of(event(it));
            events.addAll(next);
            state = state.evolve(next);
        }
        return new JourneyScenario(events);
    }

    public JourneyState state() {
        return JourneyState.NONE.evolve(given);
    }

    public When when(Command command) {
        return new When(command);
    }

    public final class When {
        private final Command command;

        private When(Command command) {
            this.command = command;
        }

        public void then(Object... events) {
            assertThat(decided(command, JourneyState.NONE.evolve(given)))
                    .isEqualTo(Arrays.stream(events).map(JourneyScenario::event).toList());
        }

        public void thenNothing() {
            then();
        }

        public void thenRejected(Rejection reason) {
            var rejected =
                    catchThrowableOfType(Rejected.class, () -> decided(command, JourneyState.NONE.evolve(given)));
            assertThat(rejected).as("is refused").isNotNull();
            assertThat(rejected.reason()).isEqualTo(reason);
        }
    }

    private static JourneyEvent event(Object it) {
        return it instanceof Told told ? told.event() : (JourneyEvent) it;
    }

    private static List<JourneyEvent> decided(Command command, JourneyState state) {
        return switch (command) {
            case ProposeStage it -> ProposeStage.decide(it, state, AssessmentScenario::model);
            case DecideProposal it -> DecideProposal.decide(it, state, AssessmentScenario::model);
            case WithdrawStage it -> WithdrawStage.decide(it, state, AssessmentScenario::model);
            case SetTargets it -> SetTargets.decide(it, state, AssessmentScenario::model);
            case NoticeMissedTargets it -> NoticeMissedTargets.decide(it, state);
            default -> throw new IllegalArgumentException(command.toString());
        };
    }
}
