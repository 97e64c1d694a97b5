package io.cairn.reporting.chart;

import io.cairn.reporting.chart.Shape.Anchor;
import java.util.List;

/** Periods side by side, each with a band of the same width; where names would touch, some are left out. */
record PeriodAxis(List<String> names, double left, double width) {
    private static final double GAP = 8;

    double band() {
        return width / Math.max(1, names.size());
    }

    double start(int period) {
        return left + period * band();
    }

    double middle(int period) {
        return start(period) + band() / 2;
    }

    /** The last is always named. */
    void names(Canvas canvas, double y) {
        var widest = names.stream()
                .mapToDouble(it -> TextWidth.of(it, Canvas.SMALL, false))
                .max()
                .orElse(0);
        var each = (int) Math.max(1, Math.ceil((widest + GAP) / band()));
        for (var i = names.size() - 1; i >= 0; i -= each) {
            var half = TextWidth.of(names.get(i), Canvas.SMALL, false) / 2;
            canvas.small(Math.min(middle(i), left + width - half), y, names.get(i), Anchor.MIDDLE, Colour.QUIET);
        }
    }
}
