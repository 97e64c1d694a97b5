package io.cairn.eventstore.projection;

import java.time.Duration;
import java.util.List;

/** The views and policies that run in this process. */
public interface Projections extends AutoCloseable {
    void start();

    List<ProjectionStatus> status();

    /**
     * Waits until every view or policy whose name is given has seen {@code position}, which of a policy means that its
     * commands are done; false when that took longer.
     */
    boolean await(List<String> names, long position, Duration atMost);

    /**
     * Empties the view's tables and has it read every event again; until it has caught up, its readers see it as it
     * was at some earlier position.
     *
     * @throws IllegalArgumentException when there is no such view here, or it does not name its tables
     */
    void rebuild(String view);

    /** Lets the batches under way end, then stops. */
    @Override
    void close();
}
