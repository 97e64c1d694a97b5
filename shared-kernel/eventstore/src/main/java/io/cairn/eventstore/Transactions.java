package io.cairn.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** One transaction on one connection of its own, READ COMMITTED; nothing of it hangs on the thread. */
public final class Transactions {
    private static final SQLExceptionSubclassTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

    private Transactions() {}

    /** What happens inside. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /** Commits when {@code work} returns and rolls back when it throws. */
    public static <T extends @Nullable Object> T run(DataSource dataSource, Work<T> work) {
        return run(dataSource, false, work);
    }

    static <T extends @Nullable Object> T run(DataSource dataSource, boolean readOnly, Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            if (readOnly) connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    static void rollback(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** As Spring names what went wrong. */
    public static DataAccessException translated(SQLException e) {
        var translated = TRANSLATOR.translate("database", null, e);
        return translated == null ? new UncategorizedSQLException("database", null, e) : translated;
    }
}
