package io.cairn.eventstore.projection;

import io.cairn.eventstore.StoreBusy;
import io.cairn.eventstore.VersionConflict;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;

/** Whose fault an exception is: the event's, which is then parked, or the world's, which is waited for. */
final class Faults {
    /**
     * Classes of SQLSTATE that a value brings about: cardinality, data, constraints, check options, limits, and what
     * a function raises. Anything else the database says (no connection, no memory, shutting down, a deadlock, a table
     * or a right that is missing) would befall the next event too.
     */
    private static final Set<String> OF_VALUES = Set.of("21", "22", "23", "44", "54", "P0");

    private static final int LONGEST = 500;

    private Faults() {}

    static boolean ofTheEvent(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SQLException e -> {
                    return ofValue(e);
                }
                case DataAccessException e -> {
                    if (e.getCause() == null) return false;
                }
                case VersionConflict ignored -> {
                    return false;
                }
                case StoreBusy ignored -> {
                    return false;
                }
                case InterruptedException ignored -> {
                    return false;
                }
                case TimeoutException ignored -> {
                    return false;
                }
                case IOException ignored -> {
                    return false;
                }
                case Error ignored -> {
                    return false;
                }
                default -> {}
            }
        }
        return true;
    }

    private static boolean ofValue(SQLException e) {
        var state = e.getSQLState();
        return state != null && state.length() == 5 && OF_VALUES.contains(state.substring(0, 2));
    }

    /** For operators: which exception, and what it says without the values the database adds in its details. */
    static String told(Throwable thrown) {
        var said = thrown instanceof EventFailed && thrown.getCause() != null ? thrown.getCause() : thrown;
        var sql = sql(said);
        var text = sql != null ? sql : said.getClass().getSimpleName() + ": " + said.getMessage();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static @Nullable String sql(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var said = cause instanceof BatchUpdateException batch ? batch.getNextException() : cause;
            if (said instanceof PSQLException e && e.getServerErrorMessage() != null)
                return e.getSQLState() + ": " + e.getServerErrorMessage().getMessage();
        }
        return null;
    }
}
