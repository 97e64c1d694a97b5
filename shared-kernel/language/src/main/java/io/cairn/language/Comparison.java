package io.cairn.language;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of a model changed, told apart from what the answers changed: the result before, the new answers
 * under the old version, the result now. From the first to the second only answers differ, from the second to the
 * third only the version does.
 *
 * @param model the version of the assessment before
 * @param assessment the one before, finalized for {@code period}, as it was at {@code version} of its stream
 * @param before its result: old answers, old version
 * @param between new answers, old version; what the new version does not ask counts as it was answered before
 * @param after new answers, new version
 * @param coverage how much of {@code between} the new answers tell, as a share of the applicable weight, 0..1
 */
public record Comparison(
        ModelRef model,
        UUID assessment,
        long version,
        Period period,
        Result before,
        Result between,
        Result after,
        double coverage) {

    /**
     * @param score on the scale of its version, up to {@code max}; null for a model without an overall score
     * @param share the same from 0, the least score, to 1, the most: what can be compared between versions
     * @param stage null when the answers do not tell one
     */
    public record Result(
            @Nullable Double score,
            @Nullable Double max,
            @Nullable Double share,
            @Nullable StageRef stage) {}
}
