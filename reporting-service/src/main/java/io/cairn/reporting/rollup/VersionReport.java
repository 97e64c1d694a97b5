package io.cairn.reporting.rollup;

import io.cairn.language.ModelVersion;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.known.ModelFacts;
import io.cairn.reporting.rollup.RollUp.InDimension;
import io.cairn.reporting.rollup.RollUp.StageCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the units that have their stage by one version of the model are distributed. */
record VersionReport(KnownModel model, ModelVersion version, List<Tally> tallies) {
    /** The lowest median first, then the largest share at that stage or below. */
    private static final Comparator<Weakness> WEAKEST = Comparator.comparingInt(Weakness::median)
            .thenComparing(Weakness::shareAtOrBelow, Comparator.reverseOrder());

    private record Weakness(String dimension, int median, double shareAtOrBelow) {}

    RollUp.ByVersion report() {
        var staged = tallies.stream().filter(it -> it.dimension() == null).toList();
        var units = sum(staged);
        var facts = model.versions().get(version);
        var dimensions = facts == null
                ? List.<InDimension>of()
                : facts.dimensions().stream().map(it -> dimension(it, units)).toList();
        return new RollUp.ByVersion(version.toString(), units, counts(staged), dimensions, weakest(dimensions));
    }

    private InDimension dimension(ModelFacts.Dimension dimension, long units) {
        var found = tallies.stream()
                .filter(it -> dimension.key().equals(it.dimension()))
                .toList();
        var counts = counts(found);
        return new InDimension(dimension.key(), dimension.title(), counts, units - sum(found), median(counts));
    }

    /** Every stage of the version, and any other that somebody is at. */
    private List<StageCount> counts(List<Tally> found) {
        var counts = new TreeMap<Integer, StageCount>();
        var facts = model.versions().get(version);
        if (facts != null)
            for (var stage : facts.stages())
                counts.put(stage.ordinal(), new StageCount(stage.ordinal(), stage.key(), stage.title(), 0));
        for (var tally : found) {
            var stage = Objects.requireNonNull(tally.stage());
            var named = model.titled(stage, version);
            counts.merge(
                    stage.ordinal(),
                    new StageCount(named.ordinal(), named.key(), named.title(), tally.units()),
                    (one, other) -> new StageCount(one.ordinal(), one.key(), one.title(), one.units() + other.units()));
        }
        return List.copyOf(counts.values());
    }

    private static @Nullable NamedStage median(List<StageCount> counts) {
        var all = counts.stream().mapToLong(StageCount::units).sum();
        var below = 0L;
        for (var count : counts) {
            below += count.units();
            if (below > 0 && 2 * below >= all) return new NamedStage(count.ordinal(), count.key(), count.title());
        }
        return null;
    }

    private static List<String> weakest(List<InDimension> dimensions) {
        var told = new ArrayList<Weakness>();
        for (var dimension : dimensions) {
            var median = dimension.median();
            if (median != null) told.add(new Weakness(dimension.key(), median.ordinal(), share(dimension, median)));
        }
        var first = told.stream().min(WEAKEST);
        return told.stream()
                .filter(it -> WEAKEST.compare(it, first.orElseThrow()) == 0)
                .map(Weakness::dimension)
                .toList();
    }

    private static double share(InDimension dimension, NamedStage stage) {
        var all = 0L;
        var below = 0L;
        for (var count : dimension.stages()) {
            all += count.units();
            if (count.ordinal() <= stage.ordinal()) below += count.units();
        }
        return (double) below / all;
    }

    private static long sum(List<Tally> tallies) {
        return tallies.stream().mapToLong(Tally::units).sum();
    }
}
