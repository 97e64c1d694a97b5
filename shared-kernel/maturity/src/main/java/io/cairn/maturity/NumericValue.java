package io.cairn.maturity;

import io.cairn.maturity.Scale.Numeric.Point;
import java.math.BigDecimal;
import java.util.List;

/** Reads a number off the line through points that stand in rising order of x; beyond the ends the line is level. */
final class NumericValue {
    private NumericValue() {}

    static double at(BigDecimal x, List<Point> points) {
        var left = points.getFirst();
        if (x.compareTo(left.x()) <= 0) return left.value();
        for (var right : points) {
            if (x.compareTo(right.x()) == 0) return right.value();
            if (x.compareTo(right.x()) < 0) return between(left, right, x);
            left = right;
        }
        return left.value();
    }

    private static double between(Point left, Point right, BigDecimal x) {
        var share = x.subtract(left.x()).doubleValue()
                / right.x().subtract(left.x()).doubleValue();
        return left.value() + share * (right.value() - left.value());
    }
}
