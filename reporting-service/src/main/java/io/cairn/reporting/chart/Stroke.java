package io.cairn.reporting.chart;

/** @param dash length of dashes and of the gaps between them, 0 for none */
public record Stroke(Colour colour, double width, double dash) {
    static Stroke of(Colour colour, double width) {
        return new Stroke(colour, width, 0);
    }

    Stroke dashed() {
        return new Stroke(colour, width, 3);
    }
}
