package io.cairn.maturity.whatif;

import io.cairn.language.AnswerValue;
import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;
import org.jspecify.annotations.Nullable;

/**
 * One question that is to be answered otherwise.
 *
 * @param stage the ordinal it belongs to, null in models that are not staged by question
 * @param now what is answered, null when nothing is
 * @param countsNow 0..1, after conditions on evidence and a reviewer's points
 * @param needed the least answer that will do together with the other changes
 * @param counts 0..1 once given, with evidence that holds where the question needs some
 * @param effort the question's weight times the rise
 */
public record Change(
        QuestionKey question,
        DimensionKey dimension,
        @Nullable Integer stage,
        Kind kind,
        @Nullable AnswerValue now,
        double countsNow,
        AnswerValue needed,
        double counts,
        double effort) {

    /** What kind of change it is. */
    public enum Kind {
        /** Nothing is answered yet. */
        ANSWER,
        /** A better answer is needed than there is. */
        RAISE,
        /** The answer will do; what showed it holds no longer. */
        RENEW_EVIDENCE,
        /** The answer will do, but a reviewer gave it fewer points; it is to be shown better and judged again. */
        JUDGE_AGAIN
    }
}
