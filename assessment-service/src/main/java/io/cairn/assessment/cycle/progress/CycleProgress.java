package io.cairn.assessment.cycle.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cairn.assessment.assessment.respondents.RespondentProgress;
import io.cairn.assessment.cycle.CycleBody;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.UnitCode;
import io.cairn.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cycle with how far it is, and a page of its units. */
record CycleProgress(@JsonUnwrapped CycleBody cycle, Standings.Counts counts, Page<Unit> units) {

    /**
     * @param assessment null while it has none
     * @param answered of {@code questions}; what is {@code unconfirmed} is not among them
     * @param finalizedAt for the first time; a later correction makes nobody late
     * @param late finalized after the last day of the period, or not yet
     * @param respondents those assigned, each with how far they are
     * @param skipped never finalized, and cancelled or left over when the cycle was closed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unit(
            UnitCode unit,
            String name,
            @Nullable UUID assessment,
            @Nullable AssessmentStatus status,
            int answered,
            int unconfirmed,
            int questions,
            List<RespondentProgress> respondents,
            @Nullable Instant finalizedAt,
            boolean late,
            boolean skipped) {}
}
