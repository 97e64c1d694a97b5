package io.cairn.assessment.roadmap.effect;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.AnswerValue;
import io.cairn.language.FreeText;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the questions of a completed action moved since it was planned.
 *
 * @param before the last finalized assessment when it was planned, null when there was none
 * @param after the first one finalized since it was completed, of a later period; null while there is none
 * @param moved how many questions have come to what; empty while there is nothing to compare with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EffectBody(
        UUID action,
        FreeText title,
        Instant completedAt,
        @Nullable At before,
        @Nullable At after,
        Map<Movement, Integer> moved,
        List<Moved> questions) {

    record At(Period period, UUID assessment, ModelVersion modelVersion) {
        static At of(Finalization it) {
            return new At(it.period(), it.assessment(), it.state().model().version());
        }
    }

    /**
     * @param wanted by the action
     * @param from what its answer counted before, 0..1, and {@code to} after; null where nothing counted
     * @param reached whether it counts at least as much as what was wanted; null while there is nothing to compare
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Moved(
            QuestionKey question,
            AnswerValue wanted,
            @Nullable Double from,
            @Nullable Double to,
            @Nullable Movement movement,
            @Nullable Boolean reached) {}

    /** Of all completed actions of a roadmap. */
    record All(String rule, Map<Movement, Integer> moved, List<EffectBody> items) {}
}
