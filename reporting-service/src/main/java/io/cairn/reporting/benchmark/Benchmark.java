package io.cairn.reporting.benchmark;

import io.cairn.reporting.known.KnownModel.NamedStage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of companies as one release has it. The same figures are shown to everybody, and they never change.
 *
 * @param withheld whether nothing is told of the group; then {@code rule} says why: {@code too-few} companies, which may be
 *     none, or {@code isolates-few}, because together with other groups or releases it would tell of fewer than five
 * @param companies in the group, the viewer among them if it is one of them
 * @param scores overall first, then by dimension
 * @param ownStage of the viewer, as it was counted in this release; null where it was not
 */
record Benchmark(
        String model,
        String version,
        String period,
        Instant releasedAt,
        String group,
        boolean withheld,
        @Nullable String rule,
        @Nullable Integer companies,
        List<Score> scores,
        @Nullable Stages stages,
        @Nullable NamedStage ownStage) {
    Benchmark {
        scores = List.copyOf(scores);
    }

    /**
     * On the scale of the model, up to {@code max}.
     *
     * @param key {@code overall} or a dimension's
     * @param quartiles type 7 of Hyndman and Fan, rounded to a hundredth of the scale; null where {@code rule} withholds them
     * @param own null where the viewer was not counted in this release
     */
    record Score(
            String key,
            String title,
            double max,
            @Nullable QuartilesShown quartiles,
            @Nullable String rule,
            @Nullable Own own) {}

    record QuartilesShown(double lower, double median, double upper) {}

    /**
     * @param percentile {@code 100·(lower + ½·equal) / others}; null where the viewer is not in the group or has fewer than ten
     *     others beside it there
     */
    record Own(double score, @Nullable Double percentile) {}

    /** @param bands of neighbouring stages, of at least six companies each; empty where {@code rule} withholds them */
    record Stages(List<Band> bands, @Nullable String rule) {
        public Stages {
            bands = List.copyOf(bands);
        }
    }

    /** @param from lowest stage of the band; like {@code to} null for the companies whose answers tell no stage */
    record Band(@Nullable NamedStage from, @Nullable NamedStage to, int companies, double share) {}
}
