package io.cairn.assessment.assessment.finalization;

import static io.cairn.assessment.assessment.AssessmentScenario.ASSESSMENT;
import static io.cairn.assessment.assessment.AssessmentScenario.BECAUSE;
import static io.cairn.assessment.assessment.AssessmentScenario.BUDGET;
import static io.cairn.assessment.assessment.AssessmentScenario.CALENDAR;
import static io.cairn.assessment.assessment.AssessmentScenario.HALF;
import static io.cairn.assessment.assessment.AssessmentScenario.MODEL;
import static io.cairn.assessment.assessment.AssessmentScenario.PERIOD;
import static io.cairn.assessment.assessment.AssessmentScenario.REF;
import static io.cairn.assessment.assessment.AssessmentScenario.TEAM;
import static io.cairn.assessment.assessment.AssessmentScenario.TENANT;
import static io.cairn.assessment.assessment.AssessmentScenario.UNIT;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.YES;
import static io.cairn.assessment.assessment.AssessmentScenario.finalizeIt;
import static io.cairn.assessment.assessment.AssessmentScenario.finalized;
import static io.cairn.assessment.assessment.AssessmentScenario.finalizedWith;
import static io.cairn.assessment.assessment.AssessmentScenario.given;
import static io.cairn.assessment.assessment.AssessmentScenario.opened;
import static io.cairn.assessment.assessment.AssessmentScenario.overridden;
import static io.cairn.assessment.assessment.AssessmentScenario.recorded;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;
import static io.cairn.assessment.assessment.AssessmentScenario.team;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.Rejection.CoverageTooLow;
import io.cairn.language.Response;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Scoring;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FinalizeAssessmentTest {
    @Test
    void the_profile_of_the_answers_is_put_down() {
        given(opened(), recorded(VISION, YES), recorded(BUDGET, HALF), submitted())
                .when(finalizeIt())
                .then(finalized(Map.of(VISION, YES, BUDGET, HALF)));
    }

    @Test
    void a_reviewers_points_count() {
        given(opened(), recorded(TEAM, team("all")), overridden(TEAM, "3", "1"), submitted())
                .when(finalizeIt())
                .then(finalizedWith(Map.of(TEAM, new AgreedAnswer(team("all"), BigDecimal.ONE))));
    }

    @Test
    void evidence_is_judged_on_the_last_day_of_the_fiscal_period() {
        var lastDay = LocalDate.parse("2027-03-31");
        var answer = evidenced(lastDay);
        var answers = Map.of(TEAM, AgreedAnswer.of(answer));
        given(opened(), recorded(TEAM, answer), submitted())
                .when(finalizeIt())
                .then(new AssessmentFinalized(UNIT, REF, PERIOD, Scoring.profile(MODEL, answers, lastDay)));
    }

    @Test
    void too_little_is_answered() {
        given(opened(), recorded(BUDGET, HALF), submitted())
                .when(finalizeIt())
                .thenRejected(new CoverageTooLow(0.333333333, 0.5));
    }

    @Test
    void just_enough_is_answered() {
        given(opened(), recorded(TEAM, team("some")), submitted())
                .when(finalizeIt())
                .then(finalized(Map.of(TEAM, team("some"))));
    }

    @Test
    void a_reason_is_kept() {
        given(opened(), recorded(TEAM, team("some")), submitted())
                .when(new FinalizeAssessment(TENANT, ASSESSMENT, CALENDAR, BECAUSE))
                .then(new AssessmentFinalized(
                        UNIT, REF, PERIOD, finalized(Map.of(TEAM, team("some"))).profile(), BECAUSE));
    }

    private static Answer evidenced(LocalDate expires) {
        return new Answer(
                new Response.Given(AnswerValue.of("all")),
                null,
                List.of(new Evidence("https://wiki.example/team", null, expires)),
                null);
    }
}
