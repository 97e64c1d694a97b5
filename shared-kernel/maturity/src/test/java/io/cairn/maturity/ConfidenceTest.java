package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
    private static final ModelBuilder MODEL =
            model().stages(1).dimension("d", percent("a", 1, 3), percent("b", 1, 1), percent("c", 1, 1));

    @Test
    void four_figures_stay_apart_and_what_cannot_be_told_is_left_out() {
        var confidence = Answers.to(MODEL).say("a", 100).profile().confidence();
        assertThat(confidence).isEqualTo(new Profile.Confidence(0.6, null, null, null));
    }

    @Test
    void certainty_is_the_mean_of_what_was_stated_from_a_guess_at_0_to_certain_at_1() {
        var confidence = Answers.to(MODEL)
                .answer("a", certain(5))
                .answer("b", certain(2))
                .answer("c", certain(null))
                .profile()
                .confidence();
        assertThat(confidence.certainty()).isEqualTo(0.625);
    }

    @Test
    void evidence_holds_through_the_last_day_it_names() {
        var confidence = Answers.to(MODEL)
                .answer("a", evident(Answers.DAY, null))
                .answer("b", evident(Answers.DAY.minusDays(1), Answers.DAY.plusDays(1)))
                .profile()
                .confidence();
        assertThat(confidence.freshness()).isEqualTo(0.75);
    }

    @Test
    void answers_to_questions_of_another_model_do_not_count() {
        var answers = Answers.to(MODEL).say("a", 100);
        answers.asMap().put(new QuestionKey("elsewhere"), AgreedAnswer.of(certain(5)));
        assertThat(answers.profile()).isEqualTo(Answers.to(MODEL).say("a", 100).profile());
    }

    private static Answer certain(Integer certainty) {
        return new Answer(new Response.Given(AnswerValue.of(50)), null, List.of(), certainty);
    }

    private static Answer evident(LocalDate... expiries) {
        var evidence = Arrays.stream(expiries)
                .map(day -> new Evidence("https://example.org/proof", null, day))
                .toList();
        return new Answer(new Response.Given(AnswerValue.of(50)), null, evidence, null);
    }
}
