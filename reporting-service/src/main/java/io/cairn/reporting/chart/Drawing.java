package io.cairn.reporting.chart;

import java.util.List;

/**
 * A chart as shapes, from which every writer draws the same.
 *
 * @param width, height in points
 * @param title what it shows
 * @param description what it says, for those who do not see it
 */
public record Drawing(double width, double height, String title, String description, List<Shape> shapes) {
    public Drawing {
        shapes = List.copyOf(shapes);
    }
}
