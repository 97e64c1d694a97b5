package io.cairn.eventstore.projection;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The views and policies that run in this process, perhaps together with other processes that keep the same. */
public interface Projections extends AutoCloseable {
    void start();

    /** Of the views and policies. */
    Set<String> names();

    /** Waits until everything was seen, once, that was in the store at the start; false when that takes longer. */
    boolean awaitCaughtUp(Duration atMost);

    List<ProjectionStatus> status();

    /**
     * Waits until every view or policy whose name is given has seen {@code position}, in whatever process, which of a
     * policy means that its commands are done; false when that took longer.
     */
    boolean await(List<String> names, long position, Duration atMost);

    /**
     * Makes a view anew from all events, beside the live one, and then puts the live one right where it is different; its
     * readers see it before or after that. A rebuild that is under way is joined. It goes on elsewhere when this process
     * ends before it does.
     *
     * @return ends with the rebuild
     * @throws IllegalArgumentException when there is no such view here, or it does not name its tables
     */
    CompletableFuture<Rebuild> rebuild(String view);

    /**
     * Events that were set aside, in their order.
     *
     * @param behind a position, 0 for the first ones
     * @throws IllegalArgumentException when there is no such view or policy here
     */
    List<DeadLetter> deadLetters(String name, long behind, int limit);

    /**
     * Takes the events of one stream that were set aside once more, in their order, until one fails.
     *
     * @throws IllegalArgumentException when there is no such view or policy here
     */
    Replay replay(String name, UUID stream);

    /** Lets the batches under way end, then stops. */
    @Override
    void close();
}
