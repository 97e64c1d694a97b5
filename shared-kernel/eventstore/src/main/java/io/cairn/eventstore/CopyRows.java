package io.cairn.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's COPY text format, sent in pieces of some 64 KiB. */
public final class CopyRows {
    private static final int PIECE = 64 * 1024;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(2 * PIECE);

    public CopyRows(PGConnection connection, String sql) throws SQLException {
        copy = connection.getCopyAPI().copyIn(sql);
    }

    public void row(@Nullable Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            if (i > 0) buffer.append('\t');
            var value = values[i];
            if (value == null) buffer.append("\\N");
            else escaped(value.toString());
        }
        buffer.append('\n');
        if (buffer.length() >= PIECE) send();
    }

    /** All rows are in the table. */
    public void end() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Gives up if it has not ended; returns what went wrong with that, if anything. */
    public @Nullable SQLException cancel() {
        try {
            if (copy.isActive()) copy.cancelCopy();
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private void escaped(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
    }

    private void send() throws SQLException {
        var bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        copy.writeToCopy(bytes, 0, bytes.length);
    }
}
