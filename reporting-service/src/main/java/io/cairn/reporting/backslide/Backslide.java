package io.cairn.reporting.backslide;

import io.cairn.language.FreeText;
import io.cairn.reporting.known.KnownModel.NamedStage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit is at a lower stage than in the period before that has one.
 *
 * @param cause answer-changed, evidence-expired, scope-changed, model-version-changed, decided or not-told
 * @param change of the score, as a share of the scale, told apart; null for a model without an overall score, and while
 *     an assessment is reopened
 * @param corrected whether it came about, or is told anew, because a past period was corrected
 * @param decidedBy null when the tenant's policy decided
 * @param decidedAt null where nothing is decided and the assessment counts
 */
public record Backslide(
        String unit,
        Point from,
        Point to,
        String cause,
        @Nullable Change change,
        boolean corrected,
        boolean overridden,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable FreeText reason,
        Material materiality) {

    /** @param share of the scale, 0..1 */
    public record Point(
            String period,
            NamedStage stage,
            String modelVersion,
            @Nullable UUID assessment,
            @Nullable Double share) {}

    /**
     * {@code total = newAnswers + newVersion + rest}, and {@code newAnswers = answers + scope + evidence}.
     *
     * @param newAnswers [new answers, old model] − [old answers, old model]; as the finalization recorded it, if it did
     * @param answers what was answered
     * @param scope what applies
     * @param evidence that expired between the last days of the two periods
     * @param newVersion [new answers, new model] − [new answers, old model]
     * @param rest what the recorded answers do not explain
     */
    public record Change(
            double total,
            double newAnswers,
            double answers,
            double scope,
            double evidence,
            double newVersion,
            double rest) {}

    /**
     * @param material {@code |Δ| / (√2·SEM) > 1.96}; null where it cannot be told, and {@code undefined} says why
     * @param sem SD·√(1 − α) of the units with a score in the first of the two periods, under the same version
     * @param alpha Cronbach's over the dimensions
     * @param undefined too-few-units, too-few-dimensions, no-variation, not-consistent, no-error or no-score
     */
    public record Material(
            @Nullable Boolean material,
            @Nullable Double ratio,
            @Nullable Double sem,
            @Nullable Double alpha,
            int units,
            @Nullable String undefined) {}
}
