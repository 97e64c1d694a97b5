package io.cairn.maturity.backslide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.ModelRef;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.ShippedModels;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final LocalDate DAY = LocalDate.parse("2024-12-31");
    private static final List<String> INDICES = List.of("osi", "hci", "tii");

    private static MaturityModel egdi(String version) {
        return ShippedModels.find(ModelRef.of("egdi", version)).orElseThrow().model();
    }

    private static Course course(
            Map<QuestionKey, AgreedAnswer> before, String from, Map<QuestionKey, AgreedAnswer> after, String to) {
        return Course.between(
                new Side(egdi(from), before, DAY.minusYears(1)),
                new Side(egdi(to), after, DAY),
                ref -> Optional.empty());
    }

    @Property(tries = 100)
    void steps_add_up_to_the_difference(
            @ForAll("answers") Map<QuestionKey, AgreedAnswer> before,
            @ForAll("answers") Map<QuestionKey, AgreedAnswer> after) {
        var course = course(before, "1.0.0", after, "2.0.0");
        assertThat(course.after()).isEqualTo(new Side(egdi("2.0.0"), after, DAY).result());
        var from = course.before().share();
        var to = course.after().share();
        if (from == null || to == null) return;
        var sum = 0.0;
        for (var factor : Factor.values()) {
            var share = course.share(factor);
            if (share == null) return;
            sum += share;
        }
        assertThat(sum).isEqualTo(to - from, within(1e-9));
    }

    @Test
    void the_same_answers_differ_by_the_version_alone() {
        var answers = answers(0.2, 0.9, 0.4);
        var course = course(answers, "1.0.0", answers, "2.0.0");
        assertThat(course.share(Factor.ANSWERS)).isZero();
        assertThat(course.share(Factor.SCOPE)).isZero();
        assertThat(course.share(Factor.EVIDENCE)).isZero();
        // published weights of 2010: .34, .33, .33; since then a third each
        assertThat(course.share(Factor.MODEL)).isEqualTo(1.5 / 3 - (0.34 * 0.2 + 0.33 * 1.3), within(1e-9));
        assertThat(course.fall()).isNull();
    }

    @Test
    void what_lowered_the_stage_counts_before_what_lowered_the_score_more() {
        var before = answers(0.9, 0.9, 0.5);
        var after = new HashMap<>(answers(0.9, 0.6, 0.7));
        after.put(new QuestionKey("osi"), AgreedAnswer.of(Answer.notApplicable("not ours")));
        var course = course(before, "2.0.0", after, "2.0.0");
        assertThat(course.share(Factor.ANSWERS)).isEqualTo(-0.1 / 3, within(1e-9));
        assertThat(course.share(Factor.SCOPE)).isLessThan(-0.05);
        assertThat(course.fall())
                .as("from .767 to .733 a stage was lost, to .65 none")
                .isEqualTo(Factor.ANSWERS);
    }

    private static Map<QuestionKey, AgreedAnswer> answers(double... values) {
        var answers = new HashMap<QuestionKey, AgreedAnswer>();
        for (var i = 0; i < values.length; i++)
            answers.put(new QuestionKey(INDICES.get(i)), AgreedAnswer.of(Answer.of(AnswerValue.of(values[i]))));
        return answers;
    }

    /** Any of the three may be n/a or open. */
    @Provide
    Arbitrary<Map<QuestionKey, AgreedAnswer>> answers() {
        return Arbitraries.integers().between(-2, 10).list().ofSize(3).map(tenths -> {
            var answers = new HashMap<QuestionKey, AgreedAnswer>();
            for (var i = 0; i < 3; i++) {
                if (tenths.get(i) == -2) continue;
                answers.put(
                        new QuestionKey(INDICES.get(i)),
                        AgreedAnswer.of(
                                tenths.get(i) < 0
                                        ? Answer.notApplicable("not ours")
                                        : Answer.of(AnswerValue.of(tenths.get(i) / 10.0))));
            }
            return answers;
        });
    }
}
