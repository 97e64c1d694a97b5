package io.cairn.eventstore.projection;

import org.jspecify.annotations.Nullable;

/** The statements of one batch of events; executed in order, neighbours with the same SQL as one JDBC batch. */
public interface Rows {
    /** SQL with {@code ?} for each argument. UUID, String, numbers, Boolean, Instant, LocalDate and null are bound as such. */
    void execute(String sql, @Nullable Object... arguments);
}
