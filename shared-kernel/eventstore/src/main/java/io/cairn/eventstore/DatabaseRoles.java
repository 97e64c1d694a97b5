package io.cairn.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs {@code db/bootstrap.sql} where there is no {@code psql} to do it: embedded servers and tests. */
public final class DatabaseRoles {
    private DatabaseRoles() {}

    public record Passwords(String migrator, String app, String appender, String projector) {
        @Override
        public String toString() {
            return "Passwords[…]";
        }
    }

    /** Creates the roles, sets their passwords and gives the database to {@code migrator}. May be repeated. */
    public static void create(DataSource superuser, Passwords passwords) {
        var sql = script().replace(":'migrator_password'", quoted(passwords.migrator()))
                .replace(":'app_password'", quoted(passwords.app()))
                .replace(":'appender_password'", quoted(passwords.appender()))
                .replace(":'projector_password'", quoted(passwords.projector()));
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database roles", e);
        }
    }

    private static String script() {
        try (var in = DatabaseRoles.class.getResourceAsStream("/db/bootstrap.sql")) {
            if (in == null) throw new IllegalStateException("db/bootstrap.sql is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
