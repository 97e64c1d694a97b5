package io.cairn.bench.scenario;

import io.cairn.bench.measure.Scenario;
import java.util.List;

/** All scenarios, in the order they run. */
public final class Scenarios {
    public static final List<Scenario> ALL = List.of(
            new Append(),
            new CommandsThroughAxon(),
            new ReplayIntoAView(),
            new VisibleInAView(),
            new GuardedReads(),
            new LoadingAStream(),
            new LoadingFromASnapshot(),
            new CommandsOnALargeStore(),
            new OverHttp());

    private Scenarios() {}

    /**
     * Those named, all when none is.
     *
     * @throws IllegalArgumentException when there is none of a name
     */
    public static List<Scenario> named(List<String> names) {
        if (names.isEmpty()) return ALL;
        return names.stream().map(Scenarios::named).toList();
    }

    private static Scenario named(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + name + ", but "
                        + ALL.stream().map(Scenario::name).toList()));
    }
}
