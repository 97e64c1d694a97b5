package io.cairn.reporting.chart;

import io.cairn.reporting.chart.Shape.Anchor;
import java.util.List;

/**
 * How many units are at each stage, the highest on top, and how many at none.
 *
 * @param stages units at each stage of the scale, the lowest first
 * @param others what else there is of units, in outline
 */
public record StageBars(String title, String description, Scale scale, List<Long> stages, List<Other> others) {
    private static final double NAMES = 170;
    private static final double ROW = 22;

    public record Other(String name, long units) {}

    public Drawing draw(double width) {
        var canvas = new Canvas();
        var all = Math.max(
                1,
                stages.stream().mapToLong(it -> it).sum()
                        + others.stream().mapToLong(Other::units).sum());
        var most = Math.max(
                1,
                Math.max(
                        stages.stream().mapToLong(it -> it).max().orElse(0),
                        others.stream().mapToLong(Other::units).max().orElse(0)));
        var y = 6.0;
        var whole = width - NAMES - 90;
        canvas.line(NAMES, y - 2, NAMES, y + ROW * (stages.size() + others.size()), Stroke.of(Colour.FRAME, 0.8));
        for (var i = stages.size() - 1; i >= 0; i--) {
            var ordinal = scale.first() + i;
            var name = ordinal + " · " + scale.title(ordinal);
            bar(canvas, y, name, stages.get(i), all, whole / most, scale.colour(ordinal));
            y += ROW;
        }
        for (var other : others) {
            bar(canvas, y, other.name(), other.units(), all, whole / most, Colour.PAPER);
            y += ROW;
        }
        return canvas.drawing(width, y + 6, title, description);
    }

    private static void bar(Canvas canvas, double y, String name, long units, long all, double unit, Colour colour) {
        canvas.fitted(NAMES - 8, y + 14, name, NAMES - 12, Anchor.END, false, Colour.INK);
        canvas.box(NAMES, y + 3, units * unit, ROW - 7, colour, Stroke.of(Colour.QUIET, 0.5), null);
        canvas.text(
                NAMES + units * unit + 6,
                y + 14,
                units + " (" + Math.round(100.0 * units / all) + " %)",
                Anchor.START,
                false,
                Colour.INK);
    }
}
