package io.cairn.assessment.assessment.finalization;

import static io.cairn.assessment.assessment.AssessmentScenario.ASSESSMENT;
import static io.cairn.assessment.assessment.AssessmentScenario.BUDGET;
import static io.cairn.assessment.assessment.AssessmentScenario.CALENDAR;
import static io.cairn.assessment.assessment.AssessmentScenario.HALF;
import static io.cairn.assessment.assessment.AssessmentScenario.MODEL;
import static io.cairn.assessment.assessment.AssessmentScenario.NO;
import static io.cairn.assessment.assessment.AssessmentScenario.PERIOD;
import static io.cairn.assessment.assessment.AssessmentScenario.TEAM;
import static io.cairn.assessment.assessment.AssessmentScenario.TENANT;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.YES;
import static io.cairn.assessment.assessment.AssessmentScenario.model;
import static io.cairn.assessment.assessment.AssessmentScenario.opened;
import static io.cairn.assessment.assessment.AssessmentScenario.recorded;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;
import static io.cairn.assessment.assessment.AssessmentScenario.team;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.Answer;
import io.cairn.language.Comparison;
import io.cairn.language.ModelRef;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.ScoringPolicy;
import io.cairn.maturity.StageRule;
import io.cairn.maturity.upgrade.Upgrade;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a finalization puts down when the assessment before was under another version. */
class ComparingTest {
    private static final UUID BEFORE = new UUID(0, 9);
    private static final LocalDate LAST_DAY = CALENDAR.lastDay(PERIOD.previous());
    /** The same questions, shown on 1..5, and lower bounds. */
    private static final MaturityModel OLDER =
            scored(model(ModelRef.of("digital", "0.9.0")), new ScoringPolicy.WeightedMean(1, 5), 0.6);

    @Test
    void nothing_is_compared_where_no_other_version_was_before() {
        assertThat(finalized(null, Map.of(VISION, YES, TEAM, team("all"))).comparison())
                .isNull();
    }

    @Test
    void what_the_answers_and_what_the_version_changed_is_told_apart() {
        var comparison = compared(
                Map.of(VISION, YES, BUDGET, HALF, TEAM, team("all")),
                Map.of(VISION, NO, BUDGET, HALF, TEAM, team("all")));
        assertThat(comparison.model()).isEqualTo(OLDER.ref());
        assertThat(comparison.assessment()).isEqualTo(BEFORE);
        assertThat(comparison.version()).isEqualTo(17);
        assertThat(comparison.period()).isEqualTo(PERIOD.previous());
        assertThat(comparison.before())
                .isEqualTo(new Comparison.Result(4.333333333, 5.0, 0.833333333, new StageRef(4, "top")));
        assertThat(comparison.between())
                .isEqualTo(new Comparison.Result(3.666666667, 5.0, 0.666666667, new StageRef(4, "top")));
        assertThat(comparison.after())
                .isEqualTo(new Comparison.Result(0.666666667, 1.0, 0.666666667, new StageRef(3, "high")));
        assertThat(comparison.coverage()).isEqualTo(1.0);
    }

    @Test
    void what_is_left_unanswered_counts_as_it_was() {
        var comparison = compared(Map.of(VISION, YES, TEAM, team("all")), Map.of(TEAM, team("all")));
        assertThat(comparison.between()).isEqualTo(comparison.before());
        assertThat(comparison.coverage()).isEqualTo(0.5);
    }

    private static Comparison compared(Map<QuestionKey, Answer> before, Map<QuestionKey, Answer> now) {
        var agreed = new HashMap<QuestionKey, AgreedAnswer>();
        before.forEach((question, answer) -> agreed.put(question, AgreedAnswer.of(answer)));
        var previous = new Previous(
                BEFORE,
                17,
                OLDER.ref(),
                PERIOD.previous(),
                Scoring.profile(OLDER, agreed, LAST_DAY),
                agreed,
                Upgrade.between(OLDER, MODEL, ref -> Optional.empty()));
        var comparison = finalized(previous, now).comparison();
        assertThat(comparison).isNotNull();
        return comparison;
    }

    private static AssessmentFinalized finalized(@Nullable Previous previous, Map<QuestionKey, Answer> answers) {
        var state = AssessmentState.NONE.evolve(opened());
        for (var it : answers.entrySet()) state = state.evolve(recorded(it.getKey(), it.getValue()));
        var command = new FinalizeAssessment(TENANT, ASSESSMENT, CALENDAR, null, previous);
        var events = FinalizeAssessment.decide(command, state.evolve(submitted()), MODEL);
        return (AssessmentFinalized) events.getFirst();
    }

    private static MaturityModel scored(MaturityModel it, ScoringPolicy scoring, double top) {
        return new MaturityModel(
                it.ref(),
                it.title(),
                null,
                it.source(),
                null,
                it.stages(),
                it.views(),
                it.dimensions(),
                scoring,
                new StageRule.Thresholds(List.of(0.0, 0.2, 0.4, top)),
                it.minimumCoverage());
    }
}
