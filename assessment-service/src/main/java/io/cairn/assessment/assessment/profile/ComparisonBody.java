package io.cairn.assessment.assessment.profile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.language.Comparison;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What of the way from the assessment before is due to the answers and what to the new version of the model, as shares
 * of the scale; null where a result has no score.
 */
record ComparisonBody(
        @JsonUnwrapped Comparison comparison,
        @Nullable Double byAnswers,
        @Nullable Double byModel) {

    static @Nullable ComparisonBody of(Assessments.Found assessment) {
        var comparison = Profiles.finalized(assessment)
                .map(AssessmentFinalized::comparison)
                .orElse(null);
        if (comparison == null) return null;
        var between = comparison.between().share();
        return new ComparisonBody(
                comparison,
                difference(comparison.before().share(), between),
                difference(between, comparison.after().share()));
    }

    private static @Nullable Double difference(@Nullable Double from, @Nullable Double to) {
        if (from == null || to == null) return null;
        return BigDecimal.valueOf(to).subtract(BigDecimal.valueOf(from)).doubleValue();
    }
}
