package io.cairn.reporting.chart;

import io.cairn.reporting.chart.Shape.Anchor;
import io.cairn.reporting.chart.Step.Line;
import io.cairn.reporting.chart.Step.Move;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step line of one unit's stages, period by period, and where it was to be.
 *
 * @param periods side by side; some may lie ahead and hold a target only
 * @param stages of the periods; null where none counts
 */
public record JourneyChart(
        String title,
        String description,
        Scale scale,
        List<String> periods,
        List<@Nullable Stage> stages,
        List<Target> targets,
        Legend legend) {
    private static final double LANE = 30;
    private static final double TOP = 12;
    private static final double MOST_NAME = 150;
    private static final double AXIS = 18;
    private static final double KEY = 20;

    public enum Status {
        OPEN,
        REACHED,
        MISSED
    }

    /** @param period which of the periods */
    public record Target(int period, int ordinal, Status status) {}

    /** What the signs mean. */
    public record Legend(String stage, String open, String reached, String missed) {}

    public Drawing draw(double width) {
        var canvas = new Canvas();
        var names = scale.titles().stream()
                .mapToDouble(it -> TextWidth.of(it, Canvas.TEXT, true))
                .max()
                .orElse(0);
        var left = Math.min(names, MOST_NAME) + 12;
        var bottom = TOP + LANE * scale.size();
        var axis = new PeriodAxis(periods, left, width - left - 8);
        lanes(canvas, left, width - 8);
        line(canvas, axis);
        for (var target : targets) sign(canvas, axis.middle(target.period()), y(target.ordinal()), target.status());
        axis.names(canvas, bottom + 12);
        var height = bottom + AXIS;
        if (!targets.isEmpty()) {
            key(canvas, left, bottom + AXIS + 12);
            height += KEY;
        }
        return canvas.drawing(width, height, title, description);
    }

    private double y(int ordinal) {
        return TOP + LANE * (scale.size() - scale.place(ordinal) - 0.5);
    }

    private void lanes(Canvas canvas, double left, double right) {
        Integer now = null;
        for (var stage : stages) if (stage != null) now = stage.ordinal();
        for (var i = 0; i < scale.size(); i++) {
            var ordinal = scale.first() + i;
            var middle = y(ordinal);
            canvas.line(left, middle, right, middle, Stroke.of(Colour.GRID, 0.8));
            canvas.fitted(
                    left - 10,
                    middle + 3,
                    scale.title(ordinal),
                    left - 12,
                    Anchor.END,
                    now != null && now == ordinal,
                    now != null && now == ordinal ? Colour.INK : Colour.QUIET);
        }
    }

    /** It breaks where no stage counts. */
    private void line(Canvas canvas, PeriodAxis axis) {
        var steps = new ArrayList<Step>();
        Stage before = null;
        for (var i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            if (stage != null) {
                var y = y(stage.ordinal());
                steps.add(before == null ? new Move(axis.start(i), y) : new Line(axis.start(i), y));
                steps.add(new Line(axis.start(i) + axis.band(), y));
            }
            before = stage;
        }
        if (!steps.isEmpty()) canvas.path(steps, null, Stroke.of(Colour.UP, 2), null);
        var radius = Math.clamp(axis.band() / 5, 1.2, 3.5);
        for (var i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            if (stage != null)
                canvas.circle(
                        axis.middle(i),
                        y(stage.ordinal()),
                        radius,
                        Colour.UP,
                        null,
                        periods.get(i) + ": " + stage.title());
        }
    }

    private static void sign(Canvas canvas, double x, double y, Status status) {
        var stroke = Stroke.of(Colour.DOWN, 1.6);
        switch (status) {
            case OPEN -> canvas.diamond(x, y, 6, null, stroke, null);
            case REACHED -> canvas.diamond(x, y, 6, null, Stroke.of(Colour.UP, 1.6), null);
            case MISSED -> canvas.cross(x, y, 4.5, stroke, null);
        }
    }

    private void key(Canvas canvas, double left, double y) {
        var x = left;
        canvas.line(x, y - 3, x + 14, y - 3, Stroke.of(Colour.UP, 2));
        canvas.circle(x + 7, y - 3, 3, Colour.UP, null, null);
        x = said(canvas, x + 18, y, legend.stage());
        for (var status : Status.values()) {
            if (targets.stream().noneMatch(it -> it.status() == status)) continue;
            sign(canvas, x + 6, y - 3, status);
            x = said(
                    canvas,
                    x + 16,
                    y,
                    switch (status) {
                        case OPEN -> legend.open();
                        case REACHED -> legend.reached();
                        case MISSED -> legend.missed();
                    });
        }
    }

    private static double said(Canvas canvas, double x, double y, String text) {
        canvas.small(x, y, text, Anchor.START, Colour.QUIET);
        return x + TextWidth.of(text, Canvas.SMALL, false) + 16;
    }
}
