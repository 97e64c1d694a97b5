package io.cairn.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends through the role {@code appender}. */
public interface EventAppender extends AutoCloseable {
    /**
     * All of them or none, durably. Neighbours in time share a transaction, and none of them is the worse for what
     * another does wrong.
     *
     * @return the position of the last
     * @throws VersionConflict when a version is taken
     * @throws StoreBusy when too much waits already; nothing was appended
     * @throws org.springframework.dao.DataAccessException when the database stayed away so long that it cannot be told
     *     whether they were appended
     */
    default long append(List<NewEvent> events) {
        return append(events, null);
    }

    /**
     * The same, once for each key.
     *
     * @param key of events of one stream; null when nothing is known of earlier tries
     * @throws AlreadyAppended when an append with the key was done before
     */
    long append(List<NewEvent> events, @Nullable AppendKey key);

    /**
     * Starts an append too large for memory. Events are staged in the transaction and appended together when {@link
     * BulkAppend#commit} is called; closing without it, or a crash at any point, leaves nothing behind.
     */
    BulkAppend bulk();

    /** The position of the store's last event, 0 when there is none. */
    long head();

    /** Appends what waits, takes nothing more and stops. */
    @Override
    void close();

    interface BulkAppend extends AutoCloseable {
        void add(NewEvent event);

        /**
         * Appends what was added, all of it or nothing.
         *
         * @return the position of the last event, or of the store's head when there was none
         * @throws VersionConflict when a version is taken; nothing was appended
         */
        long commit();

        @Override
        void close();
    }
}
