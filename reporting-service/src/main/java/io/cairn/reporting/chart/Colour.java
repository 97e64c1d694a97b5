package io.cairn.reporting.chart;

/** Red, green and blue, 0..255 each, as in {@code 0xRRGGBB}. */
public record Colour(int rgb) {
    public static final Colour INK = new Colour(0x1f2933);
    public static final Colour QUIET = new Colour(0x5b6672);
    public static final Colour FRAME = new Colour(0xc5ccd4);
    public static final Colour GRID = new Colour(0xe4e8ec);
    public static final Colour PAPER = new Colour(0xffffff);
    /** Blue and vermilion of Okabe and Ito (2008), which people with any kind of colour vision tell apart. */
    public static final Colour UP = new Colour(0x0072b2);

    public static final Colour DOWN = new Colour(0xd55e00);
    private static final Colour LOWEST = new Colour(0xe1ecf5);
    private static final Colour HIGHEST = new Colour(0x08426e);

    /** One hue, darker with each stage, so that the order is still there in grey. @param place 0 for the lowest of {@code of} */
    static Colour ofStage(int place, int of) {
        return of < 2 ? HIGHEST : LOWEST.towards(HIGHEST, Math.clamp((double) place / (of - 1), 0, 1));
    }

    Colour towards(Colour other, double share) {
        return new Colour(mix(other, 16, share) << 16 | mix(other, 8, share) << 8 | mix(other, 0, share));
    }

    private int mix(Colour other, int shift, double share) {
        var from = rgb >> shift & 255;
        return (int) Math.round(from + ((other.rgb >> shift & 255) - from) * share);
    }

    /** Black or white, whichever is easier to read on this (relative luminance of WCAG 2.1). */
    Colour inkOnIt() {
        var luminance = 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
        return luminance > 0.36 ? INK : PAPER;
    }

    private double linear(int shift) {
        var c = (rgb >> shift & 255) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    public double red() {
        return (rgb >> 16 & 255) / 255.0;
    }

    public double green() {
        return (rgb >> 8 & 255) / 255.0;
    }

    public double blue() {
        return (rgb & 255) / 255.0;
    }

    String css() {
        return "#%06x".formatted(rgb);
    }
}
