package io.cairn.eventstore.projection;

import org.jspecify.annotations.Nullable;

/** The statements of one batch of events; executed in order, neighbours with the same SQL as one JDBC batch. */
public interface Rows {
    /** SQL with {@code ?} for each argument. UUID, String, numbers, Boolean, Instant, LocalDate and null are bound as such. */
    void execute(String sql, @Nullable Object... arguments);

    /**
     * One that may be executed for several events at once. It begins with {@code with event as (select ?::type as name, …)} and
     * says of many rows of {@code event} what it says of one, provided that each is about something else.
     *
     * @param scope whose rows the statement reads and writes, in whatever tables
     * @param about which of them; for the same again the statement is executed again, in order
     */
    void executeTogether(Scope scope, Object about, String sql, @Nullable Object... arguments);
}
