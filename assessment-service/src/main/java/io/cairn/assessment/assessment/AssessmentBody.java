package io.cairn.assessment.assessment;

import io.cairn.eventstore.StoredEvent;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.Profile;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as the API shows it.
 *
 * @param answered questions with an answer, n/a included, of {@code questions}
 * @param unconfirmed questions with an answer carried over that nobody has confirmed, changed or withdrawn; it does not count
 * @param carriedFrom what was carried over when it was opened, null when nothing was
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
        @Nullable CarriedFrom carriedFrom,
        int questions,
        double coverage,
        Profile.@Nullable Stage stage,
        @Nullable String undetermined,
        Instant openedAt,
        Instant changedAt,
        long version) {

    /** The finalized assessment whose answers they were, and the version of the model it was under. */
    public record CarriedFrom(Period period, ModelVersion modelVersion, int answers) {
        static @Nullable CarriedFrom of(List<StoredEvent> events) {
            for (var stored : events.reversed())
                if (stored.event() instanceof AssessmentOpened opened) return of(opened);
            return null;
        }

        private static @Nullable CarriedFrom of(AssessmentOpened opened) {
            var period = opened.carriedFrom();
            var version = opened.carriedFromVersion();
            if (period == null || version == null) return null;
            return new CarriedFrom(period, version, opened.carriedOver().size());
        }
    }
}
