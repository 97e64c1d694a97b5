package io.cairn.reporting.point;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code reporting.stage_point} as a point. */
final class StagePointRow {
    private StagePointRow() {}

    static StagePoint read(ResultSet row, int number) throws SQLException {
        return new StagePoint(
                Period.parse(row.getString("period")),
                instant(row, "recorded_from"),
                ModelVersion.parse(row.getString("model_version")),
                row.getObject("assessment_id", UUID.class),
                stage(row, "stage_ordinal", "stage_key"),
                row.getBoolean("proposal_open") ? stage(row, "assessed_ordinal", "assessed_key") : null,
                row.getString("result").equals("reopened"),
                row.getString("undetermined"),
                row.getObject("score", Double.class),
                row.getObject("max_score", Double.class),
                row.getObject("coverage", Double.class),
                list(row.getString("dimensions"), DimensionPoint[].class),
                decision(row));
    }

    private static @Nullable StageDecision decision(ResultSet row) throws SQLException {
        var kind = row.getString("decision");
        if (kind == null) return null;
        return new StageDecision(
                kind,
                row.getLong("decision_position"),
                instant(row, "decided_at"),
                row.getString("decided_by"),
                stage(row, "moved_from_ordinal", "moved_from_key"),
                row.getString("direction"),
                row.getString("cause"),
                list(row.getString("skipped"), StageRef[].class),
                row.getBoolean("overridden"),
                row.getBoolean("has_reason"));
    }

    private static @Nullable StageRef stage(ResultSet row, String ordinal, String key) throws SQLException {
        var place = row.getObject(ordinal, Integer.class);
        return place == null ? null : new StageRef(place, row.getString(key));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> List<T> list(@Nullable String json, Class<T[]> type) {
        return json == null ? List.of() : List.of(CairnJson.mapper().readValue(json, type));
    }
}
