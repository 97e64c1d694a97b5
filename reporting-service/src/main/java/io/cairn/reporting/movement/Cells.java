package io.cairn.reporting.movement;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.reporting.known.PeriodOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what moved. */
record Cells(
        ModelKey model,
        Period from,
        Period to,
        LocalDate end,
        @Nullable UnitCode under,
        Instant at) {

    List<Cell> read(JdbcClient jdbc, TenantId tenant) {
        return jdbc.sql(MovementSql.CELLS)
                .param("tenant", tenant.value())
                .param("model", model.value())
                .param("from", PeriodOrder.of(from))
                .param("to", PeriodOrder.of(to))
                .param("end", end)
                .param("under", under == null ? null : under.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Cell(
                        place(row, "from"), place(row, "to"), row.getBoolean("left_before_end"), row.getLong("units")))
                .list();
    }

    private static Cell.@Nullable Place place(ResultSet row, String side) throws SQLException {
        var ordinal = row.getObject(side + "_ordinal", Integer.class);
        if (ordinal == null) return null;
        return new Cell.Place(
                new StageRef(ordinal, row.getString(side + "_key")),
                ModelVersion.parse(row.getString(side + "_version")));
    }
}
