package io.cairn.maturity;

import io.cairn.language.Response;
import org.jspecify.annotations.Nullable;

/**
 * A question with what was answered to it.
 *
 * @param applicable whether it counts at all; an n/a answer takes it out of every sum
 * @param answered whether it counts by an answer; unanswered it counts 0
 * @param value 0..1
 */
record Judged(Question question, boolean applicable, boolean answered, double value) {

    /** A reviewer's points make a question count even where the answer was n/a: the reviewer judged that it applies. */
    static Judged of(Question question, @Nullable AgreedAnswer answer) {
        if (answer == null) return new Judged(question, true, false, 0);
        var points = answer.overriddenPoints();
        if (points != null)
            return new Judged(
                    question, true, true, question.weight() > 0 ? points.doubleValue() / question.weight() : 0);
        return switch (answer.answer().response()) {
            case Response.NotApplicable ignored -> none(question);
            case Response.Given given ->
                new Judged(question, true, true, question.scale().value(given.value()));
        };
    }

    /** One that is not asked. */
    static Judged none(Question question) {
        return new Judged(question, false, false, 0);
    }

    Judged times(double factor) {
        return new Judged(question, applicable, answered, value * factor);
    }

    double weight() {
        return question.weight();
    }

    double points() {
        return weight() * value;
    }

    /** What the best answer would add. */
    double missing() {
        return Math.max(0, weight() * (1 - value));
    }

    boolean meetsItsOwnBound() {
        var bound = question.critical();
        return bound == null || Figures.atLeast(value, bound);
    }
}
