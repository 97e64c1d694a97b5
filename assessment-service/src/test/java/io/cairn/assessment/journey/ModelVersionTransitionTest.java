package io.cairn.assessment.journey;

import static io.cairn.assessment.assessment.AssessmentScenario.NEXT_REF;
import static io.cairn.assessment.assessment.AssessmentScenario.REF;
import static io.cairn.assessment.assessment.AssessmentScenario.TENANT;
import static io.cairn.assessment.assessment.AssessmentScenario.UNIT;
import static io.cairn.assessment.journey.JourneyScenario.ANNA;
import static io.cairn.assessment.journey.JourneyScenario.BECAUSE;
import static io.cairn.assessment.journey.JourneyScenario.HIGH;
import static io.cairn.assessment.journey.JourneyScenario.LOW;
import static io.cairn.assessment.journey.JourneyScenario.MIDDLE;
import static io.cairn.assessment.journey.JourneyScenario.Q1;
import static io.cairn.assessment.journey.JourneyScenario.Q2;
import static io.cairn.assessment.journey.JourneyScenario.automatically;
import static io.cairn.assessment.journey.JourneyScenario.proposalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.assessment.AssessmentScenario;
import io.cairn.assessment.journey.deciding.DecideProposal;
import io.cairn.assessment.journey.deciding.Verdict;
import io.cairn.assessment.journey.proposing.ProposeStage;
import io.cairn.language.ModelRef;
import io.cairn.language.StageRef;
import io.cairn.language.StageUnder;
import io.cairn.language.StreamId;
import io.cairn.language.TransitionCause;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether it was the new version of the model that moved the stage, or the answers. */
class ModelVersionTransitionTest {
    private static final JourneyState AT_HIGH = JourneyState.NONE.evolve(
            ProposeStage.decide(automatically(Q1, HIGH), JourneyState.NONE, AssessmentScenario::model));

    @Test
    void the_model_moved_it_when_the_old_version_had_left_it() {
        assertThat(cause(MIDDLE, new StageUnder(REF, HIGH))).isEqualTo(TransitionCause.MODEL_VERSION);
    }

    @Test
    void the_answers_moved_it_when_the_old_version_had_moved_it_too() {
        assertThat(cause(MIDDLE, new StageUnder(REF, MIDDLE))).isEqualTo(TransitionCause.ASSESSMENT);
        assertThat(cause(LOW, new StageUnder(REF, MIDDLE))).isEqualTo(TransitionCause.ASSESSMENT);
    }

    @Test
    void the_answers_moved_it_when_no_other_version_was_there_before() {
        assertThat(cause(MIDDLE, null)).isEqualTo(TransitionCause.ASSESSMENT);
    }

    @Test
    void a_version_the_journey_was_not_at_tells_nothing() {
        assertThat(cause(MIDDLE, new StageUnder(ModelRef.of("digital", "0.9.0"), HIGH)))
                .isEqualTo(TransitionCause.ASSESSMENT);
    }

    @Test
    void a_person_who_confirms_does_not_change_the_cause() {
        assertThat(transition(decided(new Verdict.Accept(null))).cause()).isEqualTo(TransitionCause.MODEL_VERSION);
    }

    @Test
    void a_stage_that_a_person_chose_was_not_moved_by_the_model() {
        assertThat(transition(decided(new Verdict.Override("low", BECAUSE))).cause())
                .isEqualTo(TransitionCause.ASSESSMENT);
    }

    private static TransitionCause cause(StageRef stage, @Nullable StageUnder under) {
        return transition(ProposeStage.decide(
                        propose(stage, under, TransitionPolicy.AUTOMATIC), AT_HIGH, AssessmentScenario::model))
                .cause();
    }

    private static List<JourneyEvent> decided(Verdict verdict) {
        var waiting = AT_HIGH.evolve(ProposeStage.decide(
                propose(MIDDLE, new StageUnder(REF, HIGH), TransitionPolicy.CONFIRMED),
                AT_HIGH,
                AssessmentScenario::model));
        return DecideProposal.decide(
                new DecideProposal(
                        TENANT, UNIT, REF.key(), proposalOf(Q2, 5), verdict, TransitionPolicy.CONFIRMED, ANNA),
                waiting,
                AssessmentScenario::model);
    }

    private static ProposeStage propose(StageRef stage, @Nullable StageUnder under, TransitionPolicy policy) {
        var assessment = StreamId.assessment(TENANT, UNIT, REF.key(), Q2).value();
        return new ProposeStage(TENANT, UNIT, NEXT_REF, Q2, assessment, 5, stage, List.of(), policy, under);
    }

    private static StageTransitioned transition(List<JourneyEvent> events) {
        return events.stream()
                .filter(StageTransitioned.class::isInstance)
                .map(StageTransitioned.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
