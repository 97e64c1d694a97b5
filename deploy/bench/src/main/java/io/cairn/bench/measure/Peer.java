package io.cairn.bench.measure;

import java.time.Duration;
import java.util.Map;

/** One way to do what a scenario is about. */
public interface Peer {
    String name();

    /**
     * Takes its figures over about that long.
     *
     * @return by name; most peers have one figure, called like themselves
     */
    Map<String, Double> measure(Duration time) throws Exception;

    /** Runs, unmeasured, until it is as fast as it gets. */
    default void warmUp(Duration time) throws Exception {
        measure(time);
    }

    /** Whatever must be as before at the start of a turn; not measured. */
    default void prepare() throws Exception {}
}
