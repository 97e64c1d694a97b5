package io.cairn.eventstore.projection;

import java.time.Duration;
import java.util.List;

/** The views and policies that run in this process. */
public interface Projections extends AutoCloseable {
    void start();

    List<ProjectionStatus> status();

    /** Waits until every view (not policy) whose name is given has seen {@code position}; false when that took longer. */
    boolean await(List<String> views, long position, Duration atMost);

    /** Lets the batches under way end, then stops. */
    @Override
    void close();
}
