package io.cairn.assessment.assessment;

import io.cairn.language.AssessmentStatus;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Profile;
import io.cairn.language.UnitCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as the API shows it.
 *
 * @param answered questions with an answer, n/a included, of {@code questions}
 * @param unconfirmed questions with an answer carried over that nobody has confirmed, changed or withdrawn; it does not count
 * @param coverage answered share of the applicable weight, 0..1
 * @param stage once finalized; when the answers cannot tell it, {@code undetermined} says why
 */
public record AssessmentBody(
        UUID id,
        UnitCode unit,
        ModelRef model,
        Period period,
        AssessmentStatus status,
        int answered,
        int unconfirmed,
        int questions,
        double coverage,
        Profile.@Nullable Stage stage,
        @Nullable String undetermined,
        Instant openedAt,
        Instant changedAt,
        long version) {}
