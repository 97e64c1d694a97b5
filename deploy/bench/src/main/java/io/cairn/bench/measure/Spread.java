package io.cairn.bench.measure;

import java.util.List;

/**
 * How figures lie. Quartiles by linear interpolation between the two nearest figures (Hyndman and Fan's type 7, the
 * usual one).
 *
 * @param iqr the third quartile less the first
 */
public record Spread(double median, double min, double max, double iqr) {
    /** @throws IllegalArgumentException when there is no figure, or one that is not a number */
    public static Spread of(List<Double> figures) {
        if (figures.isEmpty()) throw new IllegalArgumentException("there is no figure");
        for (var figure : figures)
            if (!Double.isFinite(figure)) throw new IllegalArgumentException(figure + " is not a figure");
        var sorted = figures.stream().sorted().toList();
        return new Spread(
                quantile(sorted, 0.5),
                sorted.getFirst(),
                sorted.getLast(),
                quantile(sorted, 0.75) - quantile(sorted, 0.25));
    }

    private static double quantile(List<Double> sorted, double share) {
        var place = share * (sorted.size() - 1);
        var below = (int) Math.floor(place);
        var above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
