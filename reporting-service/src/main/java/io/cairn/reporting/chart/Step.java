package io.cairn.reporting.chart;

/** A step of a path, in points from the upper left corner. */
public sealed interface Step {
    record Move(double x, double y) implements Step {}

    record Line(double x, double y) implements Step {}

    /** A cubic Bézier curve. */
    record Curve(double x1, double y1, double x2, double y2, double x, double y) implements Step {}

    record Close() implements Step {}
}
