package io.cairn.reporting.chart;

import io.cairn.reporting.chart.Shape.Anchor;
import io.cairn.reporting.chart.Shape.Label;
import io.cairn.reporting.chart.Shape.Path;
import io.cairn.reporting.chart.Step.Close;
import io.cairn.reporting.chart.Step.Curve;
import io.cairn.reporting.chart.Step.Line;
import io.cairn.reporting.chart.Step.Move;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the shapes of one drawing. */
final class Canvas {
    static final double SMALL = 8;
    static final double TEXT = 9;

    /** By which a circle is drawn of four curves. */
    private static final double ROUND = 0.5523;

    private final List<Shape> shapes = new ArrayList<>();

    Drawing drawing(double width, double height, String title, String description) {
        return new Drawing(width, height, title, description, shapes);
    }

    void path(List<Step> steps, @Nullable Colour fill, @Nullable Stroke stroke, @Nullable String note) {
        shapes.add(new Path(steps, fill, stroke, note));
    }

    void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        path(List.of(new Move(x1, y1), new Line(x2, y2)), null, stroke, null);
    }

    void box(
            double x,
            double y,
            double w,
            double h,
            @Nullable Colour fill,
            @Nullable Stroke stroke,
            @Nullable String note) {
        path(
                List.of(new Move(x, y), new Line(x + w, y), new Line(x + w, y + h), new Line(x, y + h), new Close()),
                fill,
                stroke,
                note);
    }

    void circle(double x, double y, double r, @Nullable Colour fill, @Nullable Stroke stroke, @Nullable String note) {
        var k = r * ROUND;
        path(
                List.of(
                        new Move(x + r, y),
                        new Curve(x + r, y + k, x + k, y + r, x, y + r),
                        new Curve(x - k, y + r, x - r, y + k, x - r, y),
                        new Curve(x - r, y - k, x - k, y - r, x, y - r),
                        new Curve(x + k, y - r, x + r, y - k, x + r, y),
                        new Close()),
                fill,
                stroke,
                note);
    }

    void diamond(double x, double y, double r, @Nullable Colour fill, Stroke stroke, @Nullable String note) {
        path(
                List.of(new Move(x, y - r), new Line(x + r, y), new Line(x, y + r), new Line(x - r, y), new Close()),
                fill,
                stroke,
                note);
    }

    void cross(double x, double y, double r, Stroke stroke, @Nullable String note) {
        path(
                List.of(new Move(x - r, y - r), new Line(x + r, y + r), new Move(x - r, y + r), new Line(x + r, y - r)),
                null,
                stroke,
                note);
    }

    void text(double x, double y, String text, Anchor anchor, boolean bold, Colour colour) {
        shapes.add(new Label(x, y, text, TEXT, anchor, bold, false, colour, null));
    }

    void small(double x, double y, String text, Anchor anchor, Colour colour) {
        shapes.add(new Label(x, y, text, SMALL, anchor, false, false, colour, null));
    }

    void upright(double x, double y, String text, Colour colour) {
        shapes.add(new Label(x, y, text, SMALL, Anchor.START, false, true, colour, null));
    }

    /** Cut where it is wider than {@code most}; who points at it reads it whole. */
    void fitted(double x, double y, String text, double most, Anchor anchor, boolean bold, Colour colour) {
        var cut = TextWidth.cut(text, TEXT, bold, most);
        shapes.add(new Label(x, y, cut, TEXT, anchor, bold, false, colour, cut.equals(text) ? null : text));
    }
}
