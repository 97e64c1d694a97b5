package io.cairn.assessment.imports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row as text, every cell stripped and null when blank. @param row as a spreadsheet counts */
record Cells(
        long row,
        @Nullable String unit,
        @Nullable String period,
        @Nullable String question,
        @Nullable String value,
        @Nullable String notApplicableReason,
        @Nullable String rationale,
        @Nullable String evidence,
        @Nullable String actor,
        @Nullable String answeredAt,
        @Nullable String reason) {

    boolean isAnswered() {
        return value != null || notApplicableReason != null;
    }

    /** What would be lost with the answer that it belongs to. */
    boolean saysMore() {
        return rationale != null || evidence != null || actor != null || answeredAt != null || reason != null;
    }

    /** Of the same unit and period. */
    boolean isBeside(Cells other) {
        return Objects.equals(unit, other.unit) && Objects.equals(period, other.period);
    }
}
