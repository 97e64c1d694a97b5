package io.cairn.assessment.imports;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY in its text format, which is many times faster than inserts. */
final class CopiedRows implements AutoCloseable {
    private static final int CHUNK = 60_000;

    private final CopyIn copy;
    private final StringBuilder pending = new StringBuilder(CHUNK + 1_000);

    private CopiedRows(CopyIn copy) {
        this.copy = copy;
    }

    static CopiedRows begin(PGConnection connection, String sql) throws SQLException {
        return new CopiedRows(connection.getCopyAPI().copyIn(sql));
    }

    void add(Cells cells) throws SQLException {
        pending.append(cells.row());
        cell(cells.unit());
        cell(cells.period());
        cell(cells.question());
        cell(cells.value());
        cell(cells.notApplicableReason());
        cell(cells.rationale());
        cell(cells.evidence());
        cell(cells.actor());
        cell(cells.answeredAt());
        cell(cells.reason());
        pending.append('\n');
        if (pending.length() > CHUNK) send();
    }

    /** All rows are in the table. */
    void end() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Gives up when it was not {@link #end ended}. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) copy.cancelCopy();
    }

    private void send() throws SQLException {
        var bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        pending.setLength(0);
    }

    private void cell(@Nullable String text) {
        pending.append('\t');
        if (text == null) {
            pending.append("\\N");
            return;
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> pending.append("\\\\");
                case '\t' -> pending.append("\\t");
                case '\n' -> pending.append("\\n");
                case '\r' -> pending.append("\\r");
                default -> pending.append(c);
            }
        }
    }
}
