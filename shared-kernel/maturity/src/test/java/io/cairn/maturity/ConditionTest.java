package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import org.junit.jupiter.api.Test;

/** Questions that are asked only when another is answered so or so. */
class ConditionTest {
    private static final MaturityModel MODEL = model().thresholds(0.0, 0.5)
            .dimension(
                    "d",
                    percent("first", null),
                    ModelBuilder.dependsOn(percent("second", null), "first", 0.5, 1),
                    ModelBuilder.dependsOn(percent("third", null), "second", 0, 0.4))
            .build();

    private static Answers first(int percent) {
        return Answers.to(MODEL).say("first", percent);
    }

    private static double score(Answers answers) {
        return answers.profile().overall().score();
    }

    @Test
    void a_question_outside_its_condition_does_not_apply_and_its_answer_does_not_count() {
        assertThat(score(first(49))).isEqualTo(0.49);
        assertThat(score(first(49).say("second", 100))).isEqualTo(0.49);
        assertThat(first(49).profile().overall().coverage()).isEqualTo(1);
    }

    @Test
    void within_its_condition_it_counts_and_unanswered_it_counts_nothing() {
        assertThat(score(first(50).say("second", 100))).isEqualTo(0.75);
        assertThat(score(first(50).say("second", 10).say("third", 90))).isEqualTo(0.5);
        assertThat(first(50).profile().overall().coverage()).isEqualTo(1 / 3.0, within());
    }

    @Test
    void while_the_other_is_unanswered_it_is_asked() {
        var profile = Answers.to(MODEL).say("second", 90).profile();
        assertThat(profile.overall().score()).as("of two that apply").isEqualTo(0.45);
        assertThat(profile.blocking())
                .extracting(Profile.Blocking::question)
                .containsExactly(key("first"), key("second"));
    }

    @Test
    void what_depends_on_a_question_that_does_not_apply_does_not_apply() {
        assertThat(score(first(10).say("third", 100))).isEqualTo(0.1);
        var spared = Answers.to(MODEL).notApplicable("first").say("second", 100).profile();
        assertThat(spared.overall().score()).as("nothing is left").isNull();
        assertThat(spared.overall().undetermined()).isNotBlank();
    }

    @Test
    void a_reviewers_points_count_in_any_case() {
        assertThat(score(first(10).say("second", 0).overridden("second", "1"))).isEqualTo(0.55);
    }

    @Test
    void an_answer_that_does_not_count_lends_no_certainty() {
        var sure = new Answer(Answer.of(AnswerValue.of(100)).response(), null, java.util.List.of(), 5);
        assertThat(first(10).answer("second", sure).profile().confidence().certainty())
                .isNull();
        assertThat(first(90).answer("second", sure).profile().confidence().certainty())
                .isEqualTo(1);
    }

    private static QuestionKey key(String key) {
        return new QuestionKey(key);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1e-9);
    }
}
