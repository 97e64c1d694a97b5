package io.cairn.maturity;

import io.cairn.language.QuestionKey;
import org.jspecify.annotations.Nullable;

/**
 * One question or statement.
 *
 * @param stage ordinal of the stage it belongs to, null in models that are not staged by question
 * @param weight its share of the dimension; under the policy {@code points} the most points it can give
 * @param critical the value 0..1 below which the stage does not pass whatever the rest says, null when not critical
 * @param dependsOn the condition under which it is asked at all, null when it always is
 */
public record Question(
        QuestionKey key,
        Text text,
        @Nullable Text guidance,
        Scale scale,
        @Nullable Integer stage,
        double weight,
        @Nullable Double critical,
        boolean evidenceRequired,
        boolean notApplicableAllowed,
        @Nullable Condition dependsOn,
        Provenance provenance) {
    /** A question that is always asked. */
    public Question(
            QuestionKey key,
            Text text,
            @Nullable Text guidance,
            Scale scale,
            @Nullable Integer stage,
            double weight,
            @Nullable Double critical,
            boolean evidenceRequired,
            boolean notApplicableAllowed,
            Provenance provenance) {
        this(
                key,
                text,
                guidance,
                scale,
                stage,
                weight,
                critical,
                evidenceRequired,
                notApplicableAllowed,
                null,
                provenance);
    }

    /**
     * That the answer to another question is worth {@code atLeast..atMost}, 0..1.
     */
    public record Condition(QuestionKey question, double atLeast, double atMost) {
        /** Whether an answer of that value lets the question be asked. */
        public boolean holds(double value) {
            return Figures.atLeast(value, atLeast) && Figures.atLeast(atMost, value);
        }
    }
}
