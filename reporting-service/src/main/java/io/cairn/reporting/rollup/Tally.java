package io.cairn.reporting.rollup;

import io.cairn.language.ModelVersion;
import io.cairn.language.StageRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How many units of one child are alike.
 *
 * @param child null for units that are no child on the page, nor below one
 * @param version null where there is no stage
 * @param dimension null for the stage as a whole
 * @param ofPeriod whether the stage is of the very period asked for
 */
record Tally(
        @Nullable String child,
        @Nullable ModelVersion version,
        @Nullable String dimension,
        @Nullable StageRef stage,
        boolean ofPeriod,
        boolean assessed,
        long units) {
    static Tally read(ResultSet row, int number) throws SQLException {
        var version = row.getString("model_version");
        var ordinal = row.getObject("ordinal", Integer.class);
        return new Tally(
                row.getString("child"),
                version == null ? null : ModelVersion.parse(version),
                row.getString("dimension"),
                ordinal == null ? null : new StageRef(ordinal, row.getString("key")),
                row.getBoolean("of_period"),
                row.getBoolean("assessed"),
                row.getLong("units"));
    }
}
