package io.cairn.bench.goals;

import java.util.List;

/**
 * A ratio of two figures and what it must be.
 *
 * @param name as in bench.json
 * @param of the figure divided
 * @param to the figure it is divided by; of several the one with the highest median, which is the peer at its best
 */
public record Goal(String name, String of, List<String> to, Bound bound, double limit) {
    public enum Bound {
        AT_LEAST,
        AT_MOST
    }

    static Goal atLeast(double limit, String name, String of, String... to) {
        return new Goal(name, of, List.of(to), Bound.AT_LEAST, limit);
    }

    static Goal atMost(double limit, String name, String of, String... to) {
        return new Goal(name, of, List.of(to), Bound.AT_MOST, limit);
    }

    boolean isMetBy(double ratio) {
        return switch (bound) {
            case AT_LEAST -> ratio >= limit;
            case AT_MOST -> ratio <= limit;
        };
    }
}
