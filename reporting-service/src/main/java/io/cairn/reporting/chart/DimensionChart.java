package io.cairn.reporting.chart;

import io.cairn.reporting.chart.Shape.Anchor;
import io.cairn.reporting.chart.Step.Close;
import io.cairn.reporting.chart.Step.Line;
import io.cairn.reporting.chart.Step.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The score of each dimension as a share of what it can be, now and before: a radar, or bars where there are fewer than
 * three, of which no radar can be made.
 *
 * @param now, before what the two are, as in {@code 2026-Q4}; {@code before} null where there is none
 */
public record DimensionChart(
        String title,
        String description,
        List<Axis> axes,
        String now,
        @Nullable String before) {
    private static final double NAMES = 128;
    private static final double RADIUS = 108;
    private static final double LINE = 11;
    private static final double ROW = 30;
    /** Of more axes than this the names at the bottom would touch. */
    private static final int CROWDED = 8;

    private static final double FURTHER = 16;

    /** @param now, before 0..1; {@code before} null where it is not known */
    public record Axis(String name, double now, @Nullable Double before) {
        private double was() {
            return before == null ? 0 : before;
        }
    }

    public Drawing draw(double width) {
        return axes.size() < 3 ? bars(width) : radar(width);
    }

    private Drawing radar(double width) {
        var canvas = new Canvas();
        var radius = Math.min(RADIUS, (width - 2 * NAMES - 24) / 2);
        var x = width / 2;
        var y = radius + 46;
        var lowest = 0.0;
        for (var i = 0; i < axes.size(); i++) lowest = Math.max(lowest, y(y, i, radius));
        if (axes.size() > CROWDED) lowest += FURTHER;
        for (var ring = 1; ring <= 4; ring++)
            canvas.path(
                    around(x, y, radius * ring / 4, it -> 1),
                    null,
                    Stroke.of(ring == 4 ? Colour.FRAME : Colour.GRID, 0.8),
                    null);
        for (var i = 0; i < axes.size(); i++)
            canvas.line(x, y, x(x, i, radius), y(y, i, radius), Stroke.of(Colour.GRID, 0.8));
        if (before != null)
            canvas.path(
                    around(x, y, radius, Axis::was),
                    null,
                    Stroke.of(Colour.DOWN, 1.3).dashed(),
                    before);
        canvas.path(around(x, y, radius, Axis::now), null, Stroke.of(Colour.UP, 2), now);
        for (var i = 0; i < axes.size(); i++) {
            var axis = axes.get(i);
            canvas.circle(
                    x(x, i, radius * axis.now()), y(y, i, radius * axis.now()), 2.6, Colour.UP, null, figures(axis));
            name(canvas, axis, i, x(x, i, radius + 10), y(y, i, radius + 10));
        }
        for (var ring = 2; ring <= 4; ring += 2)
            canvas.small(x + 3, y - radius * ring / 4 + 8, ring * 25 + " %", Anchor.START, Colour.QUIET);
        key(canvas, x, lowest + 58);
        return canvas.drawing(width, lowest + 66, title, description);
    }

    private List<Step> around(double x, double y, double radius, ToDoubleFunction<Axis> share) {
        var steps = new ArrayList<Step>();
        for (var i = 0; i < axes.size(); i++) {
            var at = radius * Math.clamp(share.applyAsDouble(axes.get(i)), 0, 1);
            steps.add(i == 0 ? new Move(x(x, i, at), y(y, i, at)) : new Line(x(x, i, at), y(y, i, at)));
        }
        steps.add(new Close());
        return steps;
    }

    private double x(double middle, int axis, double away) {
        return middle + away * Math.sin(2 * Math.PI * axis / axes.size());
    }

    private double y(double middle, int axis, double away) {
        return middle - away * Math.cos(2 * Math.PI * axis / axes.size());
    }

    private void name(Canvas canvas, Axis axis, int place, double x, double y) {
        var side = Math.sin(2 * Math.PI * place / axes.size());
        var height = Math.cos(2 * Math.PI * place / axes.size());
        var anchor = side > 0.05 ? Anchor.START : side < -0.05 ? Anchor.END : Anchor.MIDDLE;
        var lines = TextWidth.lines(axis.name(), Canvas.SMALL, false, NAMES, 2);
        var all = lines.size() + 1;
        var below = anchor == Anchor.MIDDLE && height < 0 && axes.size() > CROWDED ? FURTHER : 0;
        var first = y + below - (all - 1) * LINE * (1 + height) / 2 + 3;
        for (var i = 0; i < lines.size(); i++) canvas.small(x, first + i * LINE, lines.get(i), anchor, Colour.INK);
        canvas.small(x, first + lines.size() * LINE, figures(axis), anchor, Colour.QUIET);
    }

    private String figures(Axis axis) {
        var was = axis.before() == null ? "" : percent(axis.before()) + " → ";
        return was + percent(axis.now());
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private void key(Canvas canvas, double middle, double y) {
        var nowWide = TextWidth.of(now, Canvas.SMALL, false);
        var beforeWide = before == null ? 0 : TextWidth.of(before, Canvas.SMALL, false) + 40;
        var x = middle - (18 + nowWide + beforeWide) / 2;
        if (before != null) {
            canvas.line(x, y - 3, x + 14, y - 3, Stroke.of(Colour.DOWN, 1.3).dashed());
            canvas.small(x + 18, y, before, Anchor.START, Colour.QUIET);
            x += beforeWide;
        }
        canvas.line(x, y - 3, x + 14, y - 3, Stroke.of(Colour.UP, 2));
        canvas.small(x + 18, y, now, Anchor.START, Colour.QUIET);
    }

    private Drawing bars(double width) {
        var canvas = new Canvas();
        var left = 170.0;
        var whole = width - left - 90;
        for (var i = 0; i < axes.size(); i++) {
            var axis = axes.get(i);
            var y = 10 + i * ROW;
            canvas.fitted(left - 8, y + 13, axis.name(), left - 10, Anchor.END, false, Colour.INK);
            canvas.box(left, y + 2, whole, 14, null, Stroke.of(Colour.FRAME, 0.8), null);
            canvas.box(left, y + 2, whole * Math.clamp(axis.now(), 0, 1), 14, Colour.UP, null, figures(axis));
            if (axis.before() != null) {
                var was = left + whole * Math.clamp(axis.before(), 0, 1);
                canvas.line(was, y - 1, was, y + 19, Stroke.of(Colour.DOWN, 1.6));
            }
            canvas.text(left + whole + 8, y + 13, figures(axis), Anchor.START, false, Colour.INK);
        }
        key(canvas, left + whole / 2, 10 + axes.size() * ROW + 10);
        return canvas.drawing(width, 10 + axes.size() * ROW + 18, title, description);
    }
}
