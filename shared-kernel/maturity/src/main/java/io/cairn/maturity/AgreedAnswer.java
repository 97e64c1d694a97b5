package io.cairn.maturity;

import io.cairn.language.Answer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The one answer to a question that counts, and the points a reviewer gave it instead of its own, if any. */
public record AgreedAnswer(Answer answer, @Nullable BigDecimal overriddenPoints) {
    public static AgreedAnswer of(Answer answer) {
        return new AgreedAnswer(answer, null);
    }
}
