package io.cairn.maturity.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.ModelRef;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.ShippedModels;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** On a model of three numbers 0..1 whose stages begin at a mean of 0, .25, .5 and .75. */
class PanelFiguresTest {
    private static final MaturityModel MODEL =
            ShippedModels.find(ModelRef.of("egdi", "2.0.0")).orElseThrow().model();
    private static final QuestionKey OSI = new QuestionKey("osi");

    @Test
    void one_respondent_agrees_with_nobody() {
        var profile = Scoring.profile(MODEL, Map.of(), LocalDate.EPOCH);
        assertThat(PanelFigures.added(profile, MODEL, Map.of(), all(0.6), LocalDate.EPOCH))
                .isEqualTo(profile);
    }

    @Test
    void respondents_who_say_the_same_are_sure() {
        var panel = panel(all(0.6, 0.6, 0.6));
        assertThat(panel.stages()).hasSize(1);
        assertThat(panel.stages().getFirst().probability()).isEqualTo(1);
        assertThat(panel.undefined()).isEqualTo("no-variation");
        assertThat(panel.withinGroup()).isEqualTo(1.0);
    }

    /**
     * Of two that are drawn from two, both are the high one in a quarter of the draws; else the lower median is the low
     * one's.
     */
    @Test
    void respondents_who_differ_leave_the_stage_open_as_far_as_they_differ() {
        var panel = panel(all(0.1, 0.9));
        assertThat(panel.respondents()).isEqualTo(2);
        assertThat(panel.stages()).extracting(it -> it.stage().key()).containsExactly("low", "very-high");
        assertThat(panel.stages().getFirst().probability()).isCloseTo(0.75, within(0.05));
        assertThat(panel.stages().stream()
                        .mapToDouble(Profile.StageChance::probability)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    /** Three of five draw the median up: P(at least 3 of 5 draws from 3 of 5) = 0.683. */
    @Test
    void the_probability_is_the_one_of_the_binomial_distribution() {
        var panel = panel(all(0.9, 0.9, 0.9, 0.1, 0.1));
        assertThat(panel.stages().getFirst().stage().key()).isEqualTo("very-high");
        assertThat(panel.stages().getFirst().probability()).isCloseTo(0.68256, within(0.045));
    }

    @Test
    void the_same_votes_always_give_the_same_figures() {
        assertThat(panel(all(0.2, 0.5, 0.8, 0.4))).isEqualTo(panel(all(0.2, 0.5, 0.8, 0.4)));
    }

    @Test
    void points_that_a_reviewer_gave_do_not_depend_on_who_was_asked() {
        var counted = new HashMap<QuestionKey, AgreedAnswer>();
        for (var question : MODEL.questions().keySet())
            counted.put(question, new AgreedAnswer(answer(0.1), BigDecimal.ONE));
        var stages = StageBootstrap.stages(MODEL, counted, all(0.1, 0.2), LocalDate.EPOCH);
        assertThat(stages).extracting(it -> it.stage().key()).containsExactly("very-high");
    }

    @Test
    void whoever_voted_on_one_question_only_is_drawn_with_the_others() {
        var votes = all(0.6, 0.6);
        votes.put(OSI, Map.of(new ActorId("a9"), answer(0.2), new ActorId("a0"), answer(0.6)));
        var panel = panel(votes);
        assertThat(panel.respondents()).isEqualTo(3);
        assertThat(panel.stages().stream()
                        .mapToDouble(Profile.StageChance::probability)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    private static Profile.Panel panel(Map<QuestionKey, Map<ActorId, Answer>> votes) {
        var profile = Scoring.profile(MODEL, Map.of(), LocalDate.EPOCH);
        var panel = PanelFigures.added(profile, MODEL, Map.of(), votes, LocalDate.EPOCH)
                .confidence()
                .panel();
        assertThat(panel).isNotNull();
        return panel;
    }

    /** Each respondent says the same to every question. */
    private static Map<QuestionKey, Map<ActorId, Answer>> all(double... said) {
        var votes = new HashMap<QuestionKey, Map<ActorId, Answer>>();
        for (var question : MODEL.questions().keySet()) {
            var ballot = new TreeMap<ActorId, Answer>();
            for (var i = 0; i < said.length; i++) ballot.put(new ActorId("a" + i), answer(said[i]));
            votes.put(question, ballot);
        }
        return votes;
    }

    private static Answer answer(double value) {
        return Answer.of(AnswerValue.of(value));
    }
}
