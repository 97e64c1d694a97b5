package io.cairn.assessment.imports;

import io.cairn.eventstore.CopyRows;
import io.cairn.language.UnitCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A file's rows in a temporary table, on one connection and in one transaction that is never committed: the file may
 * be larger than the memory and its rows in any order. The connection's role needs the privilege TEMPORARY and no
 * other; the appender has it for the same purpose, and no other role does.
 */
final class Staging implements AutoCloseable {
    private static final int FETCH = 2_000;
    private static final String CELLS =
            "row, unit, period, question, value, na_reason, rationale, evidence, actor, answered_at, reason";

    private final Connection connection;
    private final CopyRows copy;

    private Staging(Connection connection) throws SQLException {
        this.connection = connection;
        copy = new CopyRows(
                connection.unwrap(PGConnection.class), "copy pg_temp.import_row (" + CELLS + ") from stdin");
    }

    static Staging open(DataSource appender) throws SQLException {
        var connection = appender.getConnection();
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    create temporary table import_row (row bigint, unit text collate "C", period text collate "C",
                        question text collate "C", value text, na_reason text, rationale text, evidence text,
                        actor text, answered_at text, reason text) on commit drop;
                    create temporary table import_refused (unit text collate "C", detail text) on commit drop;
                    set local work_mem = '32MB'""");
            return new Staging(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Takes in rows until {@link #taken}; nothing else can be done in between. */
    void take(Cells cells) throws SQLException {
        copy.row(
                cells.row(),
                cells.unit(),
                cells.period(),
                cells.question(),
                cells.value(),
                cells.notApplicableReason(),
                cells.rationale(),
                cells.evidence(),
                cells.actor(),
                cells.answeredAt(),
                cells.reason());
    }

    void taken() throws SQLException {
        copy.end();
    }

    /** Takes out all but the first of several rows on the same question, and tells those it took out. */
    void removeRepeated(Tally tally) throws SQLException {
        remove("""
                with first as (
                    select unit, period, question, min(row) as row from pg_temp.import_row
                    group by unit, period, question having count(*) > 1),
                gone as (
                    delete from pg_temp.import_row r using first
                    where r.unit = first.unit and r.period = first.period and r.question = first.question
                    and r.row <> first.row returning r.row, first.row as first)
                select row, 'row ' || first || ' has the same unit, period and question' from gone order by row""", Column.QUESTION, tally);
    }

    /** Every unit in the order of the file; the function says what is against it, null for nothing. */
    void checkUnits(Function<UnitCode, @Nullable String> check, Tally tally) throws SQLException {
        try (var units = query("select unit from pg_temp.import_row group by unit order by min(row)");
                var refuse = connection.prepareStatement("insert into pg_temp.import_refused values (?, ?)")) {
            while (units.next()) {
                var unit = units.getString(1);
                var detail = check.apply(new UnitCode(unit));
                if (detail == null) continue;
                refuse.setString(1, unit);
                refuse.setString(2, detail);
                refuse.executeUpdate();
            }
        }
        remove("""
                with gone as (
                    delete from pg_temp.import_row r using pg_temp.import_refused u where r.unit = u.unit
                    returning r.row, u.detail)
                select row, detail from gone order by row""", Column.UNIT, tally);
    }

    /** The rows of each unit and period together, groups in the order in which the file first names them. */
    void forEachGroup(Consumer<List<Cells>> take) throws SQLException {
        try (var rows = query("select " + CELLS.replaceAll("(\\w+)", "r.$1") + """
                 from pg_temp.import_row r join (
                    select unit, period, min(row) as first from pg_temp.import_row group by unit, period) g
                    on g.unit = r.unit and g.period = r.period
                order by g.first, r.row""")) {
            var group = new ArrayList<Cells>();
            while (rows.next()) {
                var cells = cells(rows);
                if (!group.isEmpty() && !isSameGroup(group.getFirst(), cells)) {
                    take.accept(List.copyOf(group));
                    group.clear();
                }
                group.add(cells);
            }
            if (!group.isEmpty()) take.accept(List.copyOf(group));
        }
    }

    /** Leaves nothing. */
    @Override
    public void close() throws SQLException {
        var failure = copy.cancel();
        try (connection) {
            connection.rollback();
        }
        if (failure != null) throw failure;
    }

    private void remove(String sql, Column column, Tally tally) throws SQLException {
        try (var gone = query(sql)) {
            while (gone.next()) tally.reject(new BadRow(gone.getLong(1), column.title(), gone.getString(2)));
        }
    }

    /** Through a cursor: no more than a few thousand rows are here at a time. Closing the rows closes the statement. */
    private ResultSet query(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        statement.closeOnCompletion();
        return statement.executeQuery();
    }

    private static boolean isSameGroup(Cells one, Cells other) {
        return java.util.Objects.equals(one.unit(), other.unit())
                && java.util.Objects.equals(one.period(), other.period());
    }

    private static Cells cells(ResultSet row) throws SQLException {
        return new Cells(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }
}
