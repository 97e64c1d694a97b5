package io.cairn.reporting.rollup;

import io.cairn.language.ModelVersion;
import io.cairn.reporting.known.KnownModel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One node from what was counted of it. */
record NodeReport(
        KnownModel model, @Nullable String unit, @Nullable String name, List<Tally> tallies) {
    RollUp.Node node() {
        return new RollUp.Node(
                unit,
                name,
                units(it -> true),
                units(it -> it.stage() != null),
                units(Tally::ofPeriod),
                units(it -> it.stage() == null && it.assessed()),
                units(it -> it.stage() == null && !it.assessed()),
                versions());
    }

    private long units(Predicate<Tally> which) {
        return tallies.stream()
                .filter(it -> it.dimension() == null)
                .filter(which)
                .mapToLong(Tally::units)
                .sum();
    }

    private List<RollUp.ByVersion> versions() {
        var byVersion = new TreeMap<ModelVersion, List<Tally>>();
        for (var tally : tallies) {
            var version = tally.version();
            if (version != null)
                byVersion.computeIfAbsent(version, it -> new ArrayList<>()).add(tally);
        }
        return byVersion.entrySet().stream()
                .map(it -> new VersionReport(model, it.getKey(), it.getValue()).report())
                .toList();
    }
}
