package io.cairn.maturity.benchmark;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a release says of one group.
 *
 * @param withheld why it says nothing, null where it does; then there is nothing else
 * @param companies how many are in it
 * @param scores by dimension, and overall
 * @param percentiles of each company that is in it, by score; for that company only
 */
public record Cell(
        PeerGroup group,
        @Nullable Rule withheld,
        int companies,
        SortedMap<String, Score> scores,
        Stages stages,
        Map<UUID, SortedMap<String, Double>> percentiles) {

    /** Either quartiles, as shares of the scale rounded to hundredths, or why there are none. */
    public record Score(
            @Nullable Quartiles quartiles, @Nullable Rule withheld) {}

    /** Either how many companies are at which stages, or why that is not told. */
    public record Stages(List<StageBand> bands, @Nullable Rule withheld) {
        public Stages {
            bands = List.copyOf(bands);
        }
    }

    public boolean isPublished() {
        return withheld == null;
    }
}
