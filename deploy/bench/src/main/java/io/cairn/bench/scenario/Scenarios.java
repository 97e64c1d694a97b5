package io.cairn.bench.scenario;

import io.cairn.bench.measure.Scenario;
import java.util.List;
import java.util.stream.Stream;

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

    /** Those that take so long to get ready that they only run when they are named. */
    public static final List<Scenario> NAMED_ONLY = List.of(new ReportsOfManyCompanies());

    /** Of both kinds. */
    public static final List<Scenario> EVERY =
            Stream.concat(ALL.stream(), NAMED_ONLY.stream()).toList();

    private Scenarios() {}

    /**
     * Those named, all of the first kind when none is.
     *
     * @throws IllegalArgumentException when there is none of a name
     */
    public static List<Scenario> named(List<String> names) {
        if (names.isEmpty()) return ALL;
        return names.stream().map(Scenarios::named).toList();
    }

    private static Scenario named(String name) {
        return EVERY.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + name + ", but "
                        + EVERY.stream().map(Scenario::name).toList()));
    }
}
