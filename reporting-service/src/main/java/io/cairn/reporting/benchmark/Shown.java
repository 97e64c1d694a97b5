package io.cairn.reporting.benchmark;

import io.cairn.maturity.benchmark.Cell;
import io.cairn.maturity.benchmark.StageBand;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cell as it is kept for ever: its figures on the scale of the model, or the rule by which there are none. */
final class Shown {
    private static final double DIGITS = 1e6;

    private Shown() {}

    /** @param max of the scale; the three are null where a rule withholds them */
    record Score(
            double max,
            @Nullable Double lower,
            @Nullable Double median,
            @Nullable Double upper,
            @Nullable String withheld) {}

    record Stages(List<StageBand> bands, @Nullable String withheld) {
        Stages {
            bands = List.copyOf(bands);
        }
    }

    static Map<String, Score> scores(Cell cell, Scales scales) {
        var shown = new TreeMap<String, Score>();
        cell.scores().forEach((key, score) -> {
            var max = scales.max().getOrDefault(key, 1.0);
            var quartiles = score.quartiles();
            var rule = score.withheld();
            shown.put(
                    key,
                    quartiles == null
                            ? new Score(max, null, null, null, rule == null ? null : rule.word())
                            : new Score(
                                    max,
                                    onScale(quartiles.lower(), max),
                                    onScale(quartiles.median(), max),
                                    onScale(quartiles.upper(), max),
                                    null));
        });
        return shown;
    }

    static Stages stages(Cell cell) {
        var rule = cell.stages().withheld();
        return new Stages(cell.stages().bands(), rule == null ? null : rule.word());
    }

    /** Without the last bits of a multiplication. */
    static double onScale(double share, double max) {
        return Math.round(share * max * DIGITS) / DIGITS;
    }
}
