package io.cairn.assessment.assessment;

import io.cairn.language.FreeText;
import org.jspecify.annotations.Nullable;

/** Why a step of the life cycle is taken. */
public record StepBody(@Nullable FreeText reason) {
    /** A step taken without a body is taken without a reason. */
    public static @Nullable FreeText reason(@Nullable StepBody body) {
        return body == null ? null : body.reason();
    }
}
