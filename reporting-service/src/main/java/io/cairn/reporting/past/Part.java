package io.cairn.reporting.past;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code reporting.answer_state}: something said to a question, from one position to another. */
record Part(
        String question,
        String kind,
        String respondent,
        long from,
        @Nullable Long to,
        Instant ended) {
    static Part read(ResultSet row, int number) throws SQLException {
        return new Part(
                row.getString("question"),
                row.getString("part"),
                row.getString("respondent"),
                row.getLong("from_position"),
                row.getObject("to_position", Long.class),
                row.getObject("recorded_to", OffsetDateTime.class).toInstant());
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    boolean stoodAt(long position) {
        return from <= position && (to == null || to > position);
    }
}
