package io.cairn.reporting.difference;

import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is different.
 *
 * @param question null for what is about none
 * @param dimension the question is in
 * @param from, to a bare value or {@code {"notApplicable": {"reason": …}}}, null for no answer; of points overridden
 *     the points; of evidence the share of its value that the answer counts; versions of the model, or stages
 * @param by who did it, at {@code at}; null where nobody did, as when evidence expires
 * @param worth what would be otherwise without it
 */
public record Cause(
        Kind kind,
        @Nullable QuestionKey question,
        @Nullable String dimension,
        @Nullable Object from,
        @Nullable Object to,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable FreeText reason,
        @Nullable Long position,
        Worth worth) {
    /** What happened. */
    public enum Kind {
        ANSWERED,
        ANSWER_CHANGED,
        /** Withdrawn, or votes differ since. */
        UNANSWERED,
        /** It did not apply, or does not any more. */
        SCOPE_CHANGED,
        EVIDENCE_EXPIRED,
        EVIDENCE_RENEWED,
        POINTS_OVERRIDDEN,
        /** The same answers under another version of the model. */
        MODEL_VERSION,
        /** The stage that counts was decided otherwise than it was found. */
        STAGE_DECIDED
    }

    /**
     * The later point as it is, less what it would be had this not happened.
     *
     * @param score of the whole, on the scale of the model; null between versions and for models without one
     * @param share the same from 0, the least score, to 1, the most
     * @param dimension the score of the question's dimension
     * @param stageWithout the stage that would be found, null when the answers would not tell one
     * @param movesStage whether that is another one than is found
     */
    public record Worth(
            @Nullable Double score,
            @Nullable Double share,
            @Nullable Double dimension,
            @Nullable StageRef stageWithout,
            boolean movesStage) {}
}
