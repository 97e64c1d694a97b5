package io.cairn.eventstore;

import java.util.List;

/** Appends through the role {@code appender}. */
public interface EventAppender {
    /**
     * All of them or none, durably, as one transaction.
     *
     * @return the position of the last
     * @throws VersionConflict when a version is taken
     */
    long append(List<NewEvent> events);

    /**
     * Starts an append too large for memory. Events are staged in the transaction and appended together when {@link
     * BulkAppend#commit} is called; closing without it, or a crash at any point, leaves nothing behind.
     */
    BulkAppend bulk();

    /** The position of the store's last event, 0 when there is none. */
    long head();

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
