package io.cairn.assessment.workbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cairn.language.ActorId;
import io.cairn.language.QuestionKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a filled-in workbook, or with {@code dryRun} what would.
 *
 * @param answered rows that say something
 * @param recorded questions whose answer is new or changed by it
 * @param unchanged how many rows say what stands
 * @param changedByOthers questions that others answered after the workbook was made and whose row nobody touched; they
 *     stay as they are
 * @param conflicts rows that say something else than others have said meanwhile; none of them is recorded
 * @param version of the assessment now
 */
record WorkbookReport(
        int answered,
        List<QuestionKey> recorded,
        int unchanged,
        List<QuestionKey> changedByOthers,
        List<Conflict> conflicts,
        boolean dryRun,
        long version) {
    WorkbookReport {
        recorded = List.copyOf(recorded);
        changedByOthers = List.copyOf(changedByOthers);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * @param made what stood when the workbook was made, empty when nothing did
     * @param by who changed it last, and when
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Conflict(
            @JsonUnwrapped Place at,
            Said made,
            Said now,
            Said yours,
            @Nullable ActorId by,
            @Nullable Instant changedAt) {}
}
