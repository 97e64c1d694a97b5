package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.critical;
import static io.cairn.maturity.ModelBuilder.dependsOn;
import static io.cairn.maturity.ModelBuilder.evidenced;
import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static io.cairn.maturity.ModelBuilder.question;
import static io.cairn.maturity.ModelBuilder.yesNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.DimensionKey;
import io.cairn.language.Evidence;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.whatif.Change;
import io.cairn.maturity.whatif.Outcome;
import io.cairn.maturity.whatif.SmallestChanges;
import io.cairn.maturity.whatif.Target;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallestChangesTest {

    @Test
    void one_large_question_goes_before_two_small_ones_and_is_raised_no_further_than_needed() {
        var answers = Answers.to(model().stages(1)
                        .gated(0.6, 0)
                        .dimension("d", percent("small", 1, 1), percent("other", 1, 1), percent("large", 1, 2)))
                .say("small", 50)
                .say("other", 50)
                .say("large", 50);
        assertThat(told(to(answers, 1))).containsExactly("large RAISE 50 → 70");
    }

    @Test
    void each_gate_below_the_target_is_opened() {
        var answers = Answers.to(model().stages(3)
                .dimension("d", yesNo("a", 1), yesNo("b", 2), yesNo("c", 3))
                .dimension("e", yesNo("x", 1), yesNo("y", 2), yesNo("z", 3)));
        answers.say("a", true).say("x", false);
        assertThat(told(to(answers, 2))).containsExactly("b ANSWER → true", "x RAISE false → true", "y ANSWER → true");
        assertThat(told(to(answers, 2, "d"))).containsExactly("b ANSWER → true");
    }

    @Test
    void what_is_reached_needs_nothing() {
        var answers = Answers.to(model().stages(2).dimension("d", yesNo("a", 1), yesNo("b", 2)))
                .say("a", true)
                .say("b", true);
        assertThat(to(answers, 1)).isEqualTo(new Outcome.Reachable(List.of(), Outcome.Proof.EXACT, 0));
    }

    @Test
    void where_coverage_is_all_that_lacks_any_answer_will_do() {
        var answers = Answers.to(model().stages(1).gated(0.5, 1).dimension("d", percent("a", 1), percent("b", 1)))
                .say("a", 100);
        assertThat(told(to(answers, 1))).containsExactly("b ANSWER → 0");
    }

    @Test
    void a_critical_question_is_raised_to_its_own_bound() {
        var answers = Answers.to(
                        model().stages(1).gated(0.5, 0).dimension("d", percent("a", 1), critical("must", 1, 0.9)))
                .say("a", 100)
                .say("must", 60);
        assertThat(told(to(answers, 1))).containsExactly("must RAISE 60 → 90");
    }

    @Test
    void evidence_that_has_expired_is_renewed_where_the_answer_will_do() {
        var answers = Answers.to(
                        model().stages(1).gated(0.8, 0).expiredEvidence(0.5).dimension("d", evidenced(percent("a", 1))))
                .answer("a", said(85, -1));
        assertThat(told(to(answers, 1))).containsExactly("a RENEW_EVIDENCE 85 → 85");
        assertThat(told(to(answers.answer("a", said(60, -1)), 1))).containsExactly("a RAISE 60 → 80");
    }

    @Test
    void a_question_that_depends_on_another_is_spared_where_that_takes_fewer_changes() {
        var model = model().stages(1)
                .gated(0.7, 0)
                .dimension(
                        "d",
                        yesNo("outsourced", 1),
                        dependsOn(percent("own", 1), "outsourced", 0, 0),
                        dependsOn(percent("staff", 1), "outsourced", 0, 0));
        assertThat(told(to(Answers.to(model).say("outsourced", false), 1)))
                .containsExactly("outsourced RAISE false → true");
    }

    @Test
    void what_a_raised_answer_brings_with_it_is_counted() {
        var model = model().stages(1)
                .gated(1, 0)
                .dimension("d", yesNo("shop", 1), dependsOn(yesNo("online", 1), "shop", 1, 1));
        assertThat(told(to(Answers.to(model).say("shop", false), 1)))
                .containsExactly("shop RAISE false → true", "online ANSWER → true");
    }

    @Test
    void a_quorum_takes_the_dimensions_that_take_the_fewest_changes() {
        var answers = Answers.to(model().stages(1)
                .quorum(1, 0.6)
                .dimension("far", 2, yesNo("a", 1), yesNo("b", 1), yesNo("c", 1))
                .dimension("near", 2, yesNo("x", 1))
                .dimension("light", 1, yesNo("y", 1)));
        assertThat(told(to(answers, 1))).containsExactly("x ANSWER → true", "y ANSWER → true");
    }

    @Test
    void of_a_model_of_bounds_the_questions_worth_most_are_taken() {
        var answers = Answers.to(model().points()
                        .thresholds(0.0, 0.5)
                        .dimension("d", percent("a", null, 60), percent("b", null, 40)))
                .say("a", 10)
                .say("b", 10);
        assertThat(told(to(answers, 2))).containsExactly("a RAISE 10 → 77");
    }

    @Test
    void minimum_coverage_is_part_of_the_way() {
        var answers = Answers.to(model().thresholds(0.0, 0.4)
                        .minimumCoverage(1)
                        .dimension("d", percent("a", null), percent("b", null)))
                .say("a", 100);
        assertThat(told(to(answers, 2))).containsExactly("b ANSWER → 0");
    }

    @Test
    void with_views_every_mandatory_dimension_is_brought_there() {
        var answers = Answers.to(model().view("one")
                        .view("two")
                        .thresholds(0.0, 0.5)
                        .dimensionOf("one", "d", percent("a", null))
                        .dimensionOf("two", "e", percent("b", null)))
                .say("a", 90)
                .say("b", 10);
        assertThat(told(to(answers, 2))).containsExactly("b RAISE 10 → 50");
    }

    @Test
    void what_must_not_be_touched_is_not() {
        var model = model().stages(1).gated(0.5, 0).dimension("d", percent("a", 1), percent("b", 1));
        assertThat(told(to(Answers.to(model), 1, null, "a"))).containsExactly("b ANSWER → 100");
    }

    @Test
    void an_answer_that_a_reviewer_gave_fewer_points_is_judged_again_or_bettered() {
        var answers = Answers.to(model().stages(1).gated(0.8, 0).dimension("d", percent("a", 1)))
                .say("a", 70)
                .overridden("a", "0.2");
        assertThat(told(to(answers, 1))).containsExactly("a RAISE 70 → 80");
        answers.say("a", 90).overridden("a", "0.2");
        assertThat(told(to(answers, 1))).containsExactly("a JUDGE_AGAIN 90 → 90");
    }

    @Test
    void a_stage_without_a_question_that_applies_is_out_of_reach_and_the_reason_says_so() {
        var answers = Answers.to(model().stages(2).dimension("d", yesNo("a", 1), yesNo("b", 2)))
                .notApplicable("b");
        assertThat(to(answers, 1)).isInstanceOf(Outcome.Reachable.class);
        assertThat(to(answers, 2))
                .isEqualTo(new Outcome.Unreachable(
                        "All questions for stage 2 (Stage 2) of dimension “d” are answered as not applicable, so nothing"
                                + " can be told.",
                        true));
    }

    @Test
    void a_stage_that_fixed_answers_keep_away_is_out_of_reach() {
        var answers =
                Answers.to(model().stages(1).dimension("d", yesNo("a", 1))).say("a", false);
        assertThat(to(answers, 1, null, "a"))
                .isEqualTo(new Outcome.Unreachable(
                        "Even the best answers to all questions that may change do not reach stage 1 (Stage 1) of"
                                + " dimension “d”.",
                        true));
    }

    @Test
    void what_the_model_does_not_have_is_no_target() {
        var answers = Answers.to(model().stages(2).dimension("d", yesNo("a", 1), yesNo("b", 2)));
        assertThatThrownBy(() -> to(answers, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> to(answers, 1, "other")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbers_of_which_fewer_are_better_are_lowered() {
        var days = new Scale.Numeric(
                BigDecimal.ZERO,
                BigDecimal.valueOf(50),
                List.of(
                        new Scale.Numeric.Point(BigDecimal.ZERO, 1),
                        new Scale.Numeric.Point(BigDecimal.valueOf(50), 0)));
        var answers = Answers.to(model().stages(1).dimension("d", question("days", 1, 1, days)))
                .say("days", 30);
        assertThat(told(to(answers, 1))).containsExactly("days RAISE 30 → 10");
    }

    /** Twelve conditions of three ways each are too many to try all. */
    @Test
    void where_too_many_questions_depend_on_others_the_answer_says_that_it_may_not_be_the_best() {
        var scale = new Scale.Likert(3, List.of());
        var questions = IntStream.range(0, 24)
                .mapToObj(i -> i % 2 == 0
                        ? question("q" + i, 1, 1 + i, scale)
                        : dependsOn(question("q" + i, 1, 1 + i, scale), "q" + (i - 1), 0.5, 1))
                .toArray(Question[]::new);
        var answers = Answers.to(model().stages(1).gated(0.7, 0).dimension("d", questions));
        var found = (Outcome.Reachable) to(answers, 1);
        assertThat(found.proof()).isEqualTo(Outcome.Proof.GREEDY);
        assertThat(found.atLeast()).isBetween(3, found.changes().size());
        assertThat(found.changes()).hasSizeLessThan(24);
        var after = Scoring.stage(
                answers.model(), SmallestChanges.applied(answers.asMap(), found.changes(), Answers.DAY), Answers.DAY);
        assertThat(after.ordinal()).isEqualTo(1);
    }

    @Test
    void of_a_model_of_thousands_of_questions_the_number_is_proved_all_the_same() {
        var questions = IntStream.range(0, 3_000)
                .mapToObj(i -> question("q" + i, null, 1 + i % 7, new Scale.Likert(5, List.of())))
                .toArray(Question[]::new);
        var answers =
                Answers.to(model().thresholds(0.0, 0.6).minimumCoverage(0.5).dimension("d", questions));
        for (var i = 0; i < 3_000; i += 2) answers.say("q" + i, 1 + i % 3);
        var found = (Outcome.Reachable) to(answers, 2);
        assertThat(found.changes()).hasSizeGreaterThan(400);
        assertThat(found.atLeast()).isEqualTo(found.changes().size());
        assertThat(found.proof()).isEqualTo(Outcome.Proof.FEWEST);
        var after = SmallestChanges.applied(answers.asMap(), found.changes(), Answers.DAY);
        assertThat(Scoring.stage(answers.model(), after, Answers.DAY).ordinal()).isEqualTo(2);
    }

    private static Answer said(double percent, int evidenceEndsIn) {
        var evidence = new Evidence("https://wiki.example/a", null, Answers.DAY.plusDays(evidenceEndsIn));
        return new Answer(new Response.Given(AnswerValue.of(percent)), null, List.of(evidence), null);
    }

    private static Outcome to(Answers answers, int stage) {
        return to(answers, stage, null);
    }

    private static Outcome to(Answers answers, int stage, String dimension, String... fixed) {
        return SmallestChanges.to(
                answers.model(),
                answers.asMap(),
                Answers.DAY,
                new Target(stage, dimension == null ? null : new DimensionKey(dimension)),
                Arrays.stream(fixed).map(QuestionKey::new).collect(Collectors.toSet()));
    }

    private static List<String> told(Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Reachable.class, it -> assertThat(it.proof()).isEqualTo(Outcome.Proof.EXACT));
        return ((Outcome.Reachable) outcome)
                .changes().stream().map(SmallestChangesTest::told).toList();
    }

    private static String told(Change it) {
        return it.question() + " " + it.kind() + " " + (it.now() == null ? "" : word(it.now()) + " ") + "→ "
                + word(it.needed());
    }

    private static String word(AnswerValue value) {
        return switch (value) {
            case AnswerValue.Truth truth -> Boolean.toString(truth.value());
            case AnswerValue.Option option -> option.key();
            case AnswerValue.Quantity number -> number.value().toPlainString();
        };
    }
}
