package io.cairn.eventstore.projection;

import io.cairn.eventstore.StoredEvent;
import java.util.List;

/** Sees what views and policies take while it is live, so that it can be shown elsewhere. Rebuilds are not seen. */
public interface Witness {
    /** Looks away. */
    Witness NOBODY = (view, events, since) -> {};

    /**
     * A batch is in the view, committed. Must be quick, and not fail.
     *
     * @param events in order; those that say nothing to the view are among them
     * @param since when the batch was begun, as {@link System#nanoTime} tells it
     */
    void applied(String view, List<StoredEvent> events, long since);

    /**
     * Around one event that a policy is handed: does {@code work}, once, on this thread.
     *
     * @param batch the events it was read with
     */
    default void handed(String policy, StoredEvent event, List<StoredEvent> batch, Runnable work) {
        work.run();
    }
}
