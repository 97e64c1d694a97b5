package io.cairn.assessment.imports;

import io.cairn.eventstore.CopyRows;
import io.cairn.language.UnitCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * A file's rows in a temporary table, on one connection and in one transaction that is never committed: the file may
 * be larger than the memory and its rows in any order. The connection's role needs the privilege TEMPORARY and no
 * other; the appender has it for the same purpose, and no other role does.
 */
final class Staging implements AutoCloseable {
    private static final int FETCH = 2_000;
    private static final int AT_ONCE = 500;
    private static final int ROWS_AT_ONCE = 5_000;
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

    /** Every unit in the order of the file, some at a time; the function says what is against any of them. */
    void checkUnits(Function<List<UnitCode>, Map<UnitCode, String>> check, Tally tally) throws SQLException {
        try (var units = query("select unit from pg_temp.import_row group by unit order by min(row)");
                var refuse = connection.prepareStatement("insert into pg_temp.import_refused values (?, ?)")) {
            var some = new ArrayList<UnitCode>();
            while (units.next()) {
                some.add(new UnitCode(units.getString(1)));
                if (some.size() == AT_ONCE) refuse(check.apply(some), some, refuse);
            }
            refuse(check.apply(some), some, refuse);
        }
        remove("""
                with gone as (
                    delete from pg_temp.import_row r using pg_temp.import_refused u where r.unit = u.unit
                    returning r.row, u.detail)
                select row, detail from gone order by row""", Column.UNIT, tally);
    }

    private static void refuse(Map<UnitCode, String> refused, List<UnitCode> checked, PreparedStatement refuse)
            throws SQLException {
        for (var unit : refused.entrySet()) {
            refuse.setString(1, unit.getKey().value());
            refuse.setString(2, unit.getValue());
            refuse.addBatch();
        }
        refuse.executeBatch();
        checked.clear();
    }

    /** The rows of each unit and period together, in the order in which the file first names them, some at a time. */
    void forEachGroup(Consumer<List<List<Cells>>> take) throws SQLException {
        try (var rows = query("select " + CELLS.replaceAll("(\\w+)", "r.$1") + """
                 from pg_temp.import_row r join (
                    select unit, period, min(row) as first from pg_temp.import_row group by unit, period) g
                    on g.unit = r.unit and g.period = r.period
                order by g.first, r.row""")) {
            var some = new ArrayList<List<Cells>>();
            var held = 0;
            while (rows.next()) {
                var cells = cells(rows);
                if (some.isEmpty() || !cells.isBeside(some.getLast().getFirst())) {
                    if (some.size() == AT_ONCE || held >= ROWS_AT_ONCE) {
                        take.accept(some);
                        some.clear();
                        held = 0;
                    }
                    some.add(new ArrayList<>());
                }
                some.getLast().add(cells);
                held++;
            }
            if (!some.isEmpty()) take.accept(some);
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
