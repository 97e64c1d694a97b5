package io.cairn.eventstore.projection;

import java.sql.SQLException;

/** The database refused a view's statement. */
final class RowsFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowsFailed(String sql, SQLException cause) {
        super(reason(cause) + " in: " + sql.strip(), cause);
    }

    /** Of a batch, the first exception only says that there is another. */
    private static String reason(SQLException e) {
        var next = e.getNextException();
        return String.valueOf(next == null ? e.getMessage() : next.getMessage());
    }
}
