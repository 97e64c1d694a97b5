package io.cairn.reporting.past;

import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as it was known.
 *
 * @param status open, submitted, finalized or cancelled
 * @param recorded since when it was known to be at that
 * @param profilePosition of the event that put down its profile, while that stands
 */
public record PastAssessment(
        UUID id,
        UnitCode unit,
        ModelRef model,
        Period period,
        String status,
        Instant recorded,
        @Nullable Long profilePosition) {
    static PastAssessment read(ResultSet row, int number) throws SQLException {
        return new PastAssessment(
                row.getObject("assessment_id", UUID.class),
                new UnitCode(row.getString("unit_code")),
                ModelRef.of(row.getString("model_key"), row.getString("model_version")),
                Period.parse(row.getString("period")),
                row.getString("status"),
                row.getObject("recorded_from", OffsetDateTime.class).toInstant(),
                row.getObject("profile_position", Long.class));
    }
}
