package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @Test
    void it_is_durable_and_lets_nobody_in_without_a_password(@TempDir Path folder) throws IOException, SQLException {
        try (var home = Home.open(folder);
                var database = EmbeddedDatabase.start(home)) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"})
                assertThat(ask(database, "app", database.password("app"), "show " + setting))
                        .isEqualTo("on");
            assertThatThrownBy(() -> ask(database, "app", "guessed", "select 1"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> ask(database, "postgres", "", "select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void its_data_are_found_again_at_the_next_start(@TempDir Path folder) throws IOException, SQLException {
        try (var home = Home.open(folder)) {
            try (var first = EmbeddedDatabase.start(home)) {
                ask(first, "migrator", first.password("migrator"), "create schema kept");
            }
            try (var again = EmbeddedDatabase.start(home)) {
                var kept = "select nspname from pg_namespace where nspname = 'kept'";
                assertThat(ask(again, "migrator", again.password("migrator"), kept))
                        .isEqualTo("kept");
            }
        }
    }

    @Test
    void a_second_process_on_the_same_home_is_refused(@TempDir Path folder) throws IOException {
        try (var first = Home.open(folder)) {
            assertThatThrownBy(() -> Home.open(folder)).isInstanceOf(Exception.class);
        }
    }

    private static String ask(EmbeddedDatabase database, String role, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), role, password);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) return "";
            var rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
