package io.cairn.eventstore.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.Transactions;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private final Stage stage = new Stage();
    private final List<String> sent = new ArrayList<>();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void statements_of_different_tables_are_gathered_and_those_of_one_keep_their_order() {
        var rows = new Statements(new OwnTables(List.of("pg_temp.a", "pg_temp.b")));
        for (var i = 0; i < 3; i++) {
            rows.execute("insert into pg_temp.a (id) values (?)", i);
            rows.execute("insert into pg_temp.b (id) values (?)", i);
        }
        rows.execute("update pg_temp.a set id = id + ?", 10);
        rows.execute("insert into pg_temp.a (id) values (?)", 3);
        rows.execute("insert into pg_temp.b (id) select id + ? from pg_temp.a", 100);
        rows.execute("insert into pg_temp.b (id) values (?)", 4);
        write(rows, "create temporary table a (id int); create temporary table b (id int)");
        assertThat(sent)
                .containsExactly(
                        "insert into pg_temp.a (id) values (?)",
                        "insert into pg_temp.b (id) values (?)",
                        "update pg_temp.a set id = id + ?",
                        "insert into pg_temp.a (id) values (?)",
                        "insert into pg_temp.b (id) select id + ? from pg_temp.a",
                        "insert into pg_temp.b (id) values (?)");
    }

    @Test
    void a_statement_that_names_no_table_of_the_view_stays_where_it_is() {
        var rows = new Statements(new OwnTables(List.of("pg_temp.a")));
        rows.execute("insert into pg_temp.a (id) values (?)", 1);
        rows.execute("do $$ begin end $$");
        rows.execute("insert into pg_temp.a (id) values (?)", 2);
        write(rows, "create temporary table a (id int)");
        assertThat(sent).hasSize(3);
    }

    @Test
    void many_rows_at_once_hold_the_same_values_as_rows_one_by_one() {
        var id = UUID.randomUUID();
        var now = Instant.parse("2026-02-28T23:59:59.123456Z");
        var values = new ArrayList<@Nullable Object[]>();
        values.add(new Object[] {id, "a \"quoted\", {braced} \\ 'text'\nin lines ü", 1L, 2, 0.1, now});
        values.add(new Object[] {null, "", Long.MIN_VALUE, -1, -1.5e-300, Instant.EPOCH});
        values.add(new Object[] {id, "x", 1L, 2, 0.2, now.plusNanos(499)});
        values.add(new Object[] {id, "x", 1L, 2, 0.3, now.plusNanos(500)});
        values.add(new Object[] {id, "x", 1L, 2, 0.4, Instant.parse("1969-12-31T23:59:59.999999700Z")});
        values.add(new Object[] {id, null, null, null, null, null});
        values.add(new Object[] {id, "NULL", 0L, 0, Double.NaN, null});
        var more = new ArrayList<@Nullable Object[]>();
        more.add(new Object[] {true, LocalDate.of(2026, 1, 31), new BigDecimal("1E+3"), "{\"a\": [1, null]}"});
        more.add(new Object[] {false, null, new BigDecimal("0.10"), "\"x\""});
        more.add(new Object[] {null, LocalDate.MIN.withYear(1), null, null});
        Transactions.run(stage.database.projector(), connection -> {
            same(
                    connection,
                    "id uuid, t text, l bigint, i int, d float8, at timestamptz",
                    "(?, ?, ?, ?, ?, ?)",
                    values);
            same(connection, "b boolean, on_day date, n numeric, j jsonb", "(?, ?, ?, ?::jsonb)", more);
            return true;
        });
    }

    @Test
    void a_value_that_has_no_place_in_an_array_sends_all_row_by_row() {
        Transactions.run(stage.database.projector(), connection -> {
            execute(connection, "create temporary table a (n int, at timestamptz)");
            var longAgo = Instant.parse("0001-01-01T00:00:00.000001Z");
            List<@Nullable Object[]> rows = List.of(new Object[] {1, null}, new Object[] {2, longAgo});
            assertThat(ManyRows.ofInsert(connection, "insert into a (n, at) values (?, ?)")
                            .orElseThrow()
                            .write(connection, rows))
                    .isFalse();
            return true;
        });
    }

    private static void same(Connection connection, String columns, String parameters, List<@Nullable Object[]> values)
            throws SQLException {
        var names = columns.replaceAll(" \\w+(?=,|$)", "");
        execute(connection, "create temporary table many (" + columns + ")");
        execute(connection, "create temporary table single (" + columns + ")");
        var sql = "insert into many (" + names + ") values " + parameters;
        assertThat(ManyRows.ofInsert(connection, sql).orElseThrow().write(connection, values))
                .isTrue();
        for (var each : values) {
            var one = new Statements(new OwnTables(List.of()));
            one.execute("insert into single (" + names + ") values " + parameters, each);
            one.write(connection, UnaryOperator.identity());
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from many join single on row(many.*) is not distinct from"
                                + " row(single.*)")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(values.size());
        }
        execute(connection, "drop table many, single");
    }

    @Test
    void what_may_update_on_conflict_goes_row_by_row() {
        Transactions.run(stage.database.projector(), connection -> {
            execute(connection, "create temporary table a (id int primary key, n int)");
            var rows = new Statements(new OwnTables(List.of()));
            for (var i = 0; i < 3; i++)
                rows.execute(
                        "insert into a (id, n) values (?, ?) on conflict (id) do update set n = a.n + excluded.n",
                        1,
                        i);
            rows.write(connection, UnaryOperator.identity());
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select n from a")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(3);
            }
            return true;
        });
    }

    @Test
    void what_is_about_different_things_is_executed_together_and_about_the_same_in_order() throws SQLException {
        var replace = """
                with event as (select ?::int as id, ?::text as said, ?::bigint as position), ended as (
                    update pg_temp.a set until = e.position from event e where a.id = e.id and a.until is null returning 1
                )
                insert into pg_temp.a (id, said, since) select id, said, position from event
                where (select count(*) from ended) >= 0
                """;
        var rows = new Statements(new OwnTables(List.of("pg_temp.a")));
        for (var position = 0L; position < 9; position++) {
            var id = (int) (position % 3);
            rows.executeTogether(Scope.of(id), id, replace, id, "at " + position, position);
        }
        Transactions.run(stage.database.projector(), connection -> {
            execute(connection, "create temporary table a (id int, said text, since bigint, until bigint)");
            rows.write(connection, sql -> {
                sent.add(sql);
                return sql;
            });
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select string_agg(id || ': ' || said || '-' || coalesce(until::text,"
                                    + " 'now'), ', ' order by id, since) from pg_temp.a")) {
                row.next();
                assertThat(row.getString(1))
                        .isEqualTo("0: at 0-3, 0: at 3-6, 0: at 6-now, 1: at 1-4, 1: at 4-7, 1: at 7-now,"
                                + " 2: at 2-5, 2: at 5-8, 2: at 8-now");
            }
            return true;
        });
        assertThat(sent).hasSize(3);
    }

    @Test
    void what_is_of_another_scope_may_be_passed_and_what_is_of_its_own_may_not() throws SQLException {
        var open =
                "with event as (select ?::int as id) insert into pg_temp.a (id, said) select id, 'opened' from event";
        var say = """
                with event as (select ?::int as id, ?::text as said)
                update pg_temp.a set said = a.said || ', ' || e.said from event e where a.id = e.id
                """;
        var other = "update pg_temp.a set said = said || ', ' || ?";
        var rows = new Statements(new OwnTables(List.of("pg_temp.a")));
        for (var id = 0; id < 3; id++) {
            rows.executeTogether(Scope.of(id), id, open, id);
            rows.executeTogether(Scope.of(id), id, say, id, "first");
            rows.executeTogether(Scope.of(id), id, say, id, "second");
        }
        rows.execute(other, "all");
        rows.executeTogether(Scope.of(1), 1, say, 1, "last");
        Transactions.run(stage.database.projector(), connection -> {
            execute(connection, "create temporary table a (id int, said text)");
            rows.write(connection, sql -> {
                sent.add(sql);
                return sql;
            });
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select string_agg(said, '; ' order by id) from pg_temp.a")) {
                row.next();
                assertThat(row.getString(1))
                        .isEqualTo("opened, first, second, all; opened, first, second, all, last;"
                                + " opened, first, second, all");
            }
            return true;
        });
        assertThat(sent).containsExactly(open, say, say, other, say);
    }

    @Test
    void what_is_of_an_outer_scope_is_passed_by_nothing_within_it() throws SQLException {
        var open =
                "with event as (select ?::int as id) insert into pg_temp.a (id, said) select id, 'opened' from event";
        var say = """
                with event as (select ?::int as decade, ?::text as said)
                update pg_temp.a set said = a.said || ', ' || e.said from event e where a.id / 10 = e.decade
                """;
        var rows = new Statements(new OwnTables(List.of("pg_temp.a")));
        rows.executeTogether(Scope.of(0, 1), 1, open, 1);
        rows.executeTogether(Scope.of(0), 0, say, 0, "first decade");
        rows.executeTogether(Scope.of(1, 11), 11, open, 11);
        rows.executeTogether(Scope.of(0, 2), 2, open, 2);
        rows.executeTogether(Scope.of(1), 1, say, 1, "second decade");
        Transactions.run(stage.database.projector(), connection -> {
            execute(connection, "create temporary table a (id int, said text)");
            rows.write(connection, sql -> {
                sent.add(sql);
                return sql;
            });
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select string_agg(said, '; ' order by id) from pg_temp.a")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("opened, first decade; opened; opened, second decade");
            }
            return true;
        });
        assertThat(sent).containsExactly(open, say, open);
    }

    @Test
    void what_may_be_executed_together_says_what_an_event_is() {
        for (var sql : List.of(
                "update a set n = ?",
                "with event as (select ?::int as id, ? as n) update a set n = e.n from event e",
                "with event as (select ?::int as id) update a set n = ? from event e"))
            assertThatThrownBy(() -> ManyRows.ofEvents(sql))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("?::type as name");
    }

    private void write(Statements rows, String tables) {
        Transactions.run(stage.database.projector(), connection -> {
            execute(connection, tables);
            rows.write(connection, sql -> {
                sent.add(sql);
                return sql;
            });
            return true;
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
