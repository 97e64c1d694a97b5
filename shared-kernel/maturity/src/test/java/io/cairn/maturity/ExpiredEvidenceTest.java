package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.Profile;
import io.cairn.language.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Evidence that no longer holds on the day takes away from the answer that needs it, as the model says. */
class ExpiredEvidenceTest {
    private static final LocalDate LAST_DAY = Answers.DAY;
    private static final LocalDate DAY_BEFORE = LAST_DAY.minusDays(1);
    private static final Evidence ENDLESS = evidence(null);

    private static Evidence evidence(LocalDate expires) {
        return new Evidence("https://wiki.example/plan", null, expires);
    }

    private static ModelBuilder halved() {
        return model().stages(2)
                .expiredEvidence(0.5)
                .dimension("d", ModelBuilder.evidenced(percent("needs", 1)), percent("other", 2));
    }

    private static Answer yes(Evidence... evidence) {
        return new Answer(new Response.Given(AnswerValue.of(100)), null, Arrays.asList(evidence), null);
    }

    private static double score(ModelBuilder model, Evidence... evidence) {
        return Answers.to(model)
                .answer("needs", yes(evidence))
                .say("other", 0)
                .profile()
                .overall()
                .score();
    }

    @Test
    void it_holds_to_the_end_of_its_last_day() {
        assertThat(score(halved(), evidence(LAST_DAY))).isEqualTo(0.5);
        assertThat(score(halved(), evidence(DAY_BEFORE))).isEqualTo(0.25);
    }

    @Test
    void one_piece_that_holds_is_enough() {
        assertThat(score(halved(), evidence(DAY_BEFORE), ENDLESS)).isEqualTo(0.5);
    }

    @Test
    void a_model_without_the_rule_takes_nothing_away() {
        assertThat(score(halved().expiredEvidence(1), evidence(DAY_BEFORE))).isEqualTo(0.5);
    }

    @Test
    void evidence_that_nobody_asked_for_never_costs_anything() {
        var profile = Answers.to(halved())
                .answer("needs", yes(ENDLESS))
                .answer("other", yes(evidence(DAY_BEFORE)))
                .profile();
        assertThat(profile.overall().score()).isEqualTo(1);
        assertThat(profile.confidence().freshness()).isEqualTo(0.5);
    }

    @Test
    void a_reviewers_points_count_whole() {
        var answers =
                Answers.to(halved()).answer("needs", yes(evidence(DAY_BEFORE))).say("other", 0);
        assertThat(answers.overridden("needs", "1").profile().overall().score()).isEqualTo(0.5);
    }

    @Test
    void a_stage_that_rested_on_it_is_lost_and_fresh_evidence_is_what_brings_it_back() {
        var lost = Answers.to(halved())
                .answer("needs", yes(evidence(DAY_BEFORE)))
                .say("other", 100)
                .profile();
        assertThat(lost.overall().stage().ordinal()).isZero();
        assertThat(lost.blocking())
                .extracting(b -> b.question().value(), Profile.Blocking::worth)
                .containsExactly(org.assertj.core.api.Assertions.tuple("needs", 0.5));
    }

    @Test
    void a_question_that_depends_on_the_answer_is_asked_as_before() {
        var model = halved().dimension(
                        "e",
                        ModelBuilder.dependsOn(percent("more", 1), "needs", 1, 1),
                        percent("e1", 1),
                        percent("e2", 2));
        var profile = Answers.to(model)
                .all(100)
                .answer("needs", yes(evidence(DAY_BEFORE)))
                .profile();
        assertThat(profile.dimensions().get(1).stage().ordinal()).isEqualTo(2);
        var unsaid =
                Answers.to(model).answer("needs", yes(evidence(DAY_BEFORE))).profile();
        assertThat(unsaid.blocking()).extracting(b -> b.question().value()).contains("more");
    }

    @Test
    void the_day_is_given_and_not_todays() {
        var model = halved().build();
        var answers = Answers.to(model).answer("needs", yes(evidence(LAST_DAY))).say("other", 0);
        assertThat(List.of(LAST_DAY.minusYears(9), LAST_DAY, LAST_DAY.plusDays(1), LAST_DAY.plusYears(9)))
                .extracting(day ->
                        Scoring.profile(model, answers.asMap(), day).overall().score())
                .containsExactly(0.5, 0.5, 0.25, 0.25);
    }
}
