package io.cairn.assessment.journey;

import static io.cairn.assessment.journey.JourneyScenario.ANNA;
import static io.cairn.assessment.journey.JourneyScenario.HIGH;
import static io.cairn.assessment.journey.JourneyScenario.LOW;
import static io.cairn.assessment.journey.JourneyScenario.Q1;
import static io.cairn.assessment.journey.JourneyScenario.TOP;
import static io.cairn.assessment.journey.JourneyScenario.automatically;
import static io.cairn.assessment.journey.JourneyScenario.decide;
import static io.cairn.assessment.journey.JourneyScenario.moved;
import static io.cairn.assessment.journey.JourneyScenario.proposed;
import static io.cairn.platform.command.AggregateFixtures.seen;

import io.cairn.assessment.assessment.AssessmentScenario;
import io.cairn.assessment.journey.deciding.Verdict;
import io.cairn.assessment.journey.deciding.Verdict.Accept;
import io.cairn.assessment.journey.withdrawing.WithdrawStage;
import io.cairn.assessment.model.Models;
import io.cairn.language.Direction;
import io.cairn.language.FreeText;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.TenantId;
import io.cairn.language.TransitionPolicy;
import io.cairn.maturity.MaturityModel;
import io.cairn.platform.command.AggregateFixtures;
import io.cairn.platform.command.StaleVersion;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** That every command finds its decision, its models and its past. */
class JourneyAggregateTest {
    private final FixtureConfiguration<JourneyAggregate> journey =
            AggregateFixtures.of(JourneyAggregate.class, new AnyModel());

    @Test
    void a_proposal_is_taken() {
        journey.givenNoPriorActivity()
                .when(automatically(Q1, LOW))
                .expectEvents(
                        proposed(Q1, LOW),
                        moved(Q1, null, LOW, Direction.INITIAL).event());
    }

    @Test
    void a_repeated_proposal_changes_nothing() {
        journey.given(proposed(Q1, LOW), moved(Q1, null, LOW, Direction.INITIAL).event())
                .when(automatically(Q1, LOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_decision_is_taken() {
        journey.given(proposed(Q1, LOW))
                .when(decide(Q1, new Verdict.Override("top", FreeText.of("see the audit"))))
                .expectEvents(moved(Q1, null, TOP, Direction.INITIAL)
                        .by(ANNA)
                        .overridden()
                        .because(FreeText.of("see the audit"))
                        .event());
    }

    @Test
    void a_withdrawal_is_taken() {
        journey.given(proposed(Q1, LOW))
                .when(new WithdrawStage(
                        JourneyScenario.TENANT,
                        JourneyScenario.UNIT,
                        JourneyScenario.REF,
                        Q1,
                        new UUID(0, 1),
                        Set.of(JourneyScenario.proposalOf(Q1, 5)),
                        TransitionPolicy.AUTOMATIC,
                        ANNA,
                        JourneyScenario.BECAUSE))
                .expectEvents(JourneyScenario.rejected(Q1));
    }

    @Test
    void targets_are_set_and_missed() {
        journey.givenNoPriorActivity()
                .when(TargetsTest.targets(TargetsTest.wanted("high", Q1)))
                .expectEvents(TargetsTest.set(HIGH, Q1));
        journey.given(TargetsTest.set(HIGH, Q1))
                .when(TargetsTest.look("2026-07-01"))
                .expectEvents(TargetsTest.missed(HIGH, Q1, null));
    }

    @Test
    void a_decision_on_nothing_is_refused() {
        journey.givenNoPriorActivity()
                .when(decide(Q1, new Accept(null)))
                .expectNoEvents()
                .expectException(Rejected.class);
    }

    @Test
    void a_decision_by_somebody_who_has_not_seen_the_last_proposal_is_stale() {
        journey.given(proposed(Q1, LOW), proposed(Q1, TOP))
                .when(decide(Q1, new Accept(null)), seen(0))
                .expectNoEvents()
                .expectException(StaleVersion.class);
    }

    private record AnyModel() implements Models {
        @Override
        public MaturityModel published(TenantId tenant, ModelRef ref) {
            return AssessmentScenario.model(ref);
        }

        @Override
        public MaturityModel usable(TenantId tenant, ModelRef ref) {
            return AssessmentScenario.model(ref);
        }

        @Override
        public ModelRef latest(TenantId tenant, ModelKey key) {
            return AssessmentScenario.REF;
        }
    }
}
