package io.cairn.reporting.chart;

import io.cairn.reporting.chart.Shape.Label;
import io.cairn.reporting.chart.Shape.Path;
import io.cairn.reporting.chart.Step.Close;
import io.cairn.reporting.chart.Step.Curve;
import io.cairn.reporting.chart.Step.Line;
import io.cairn.reporting.chart.Step.Move;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A drawing as SVG 1.1: the same bytes for the same drawing. It holds no script, no style sheet and no reference to
 * anything outside, and what people wrote stands in it as text only.
 */
public final class Svg {
    private static final String FONTS = "Liberation Sans, Arial, Helvetica, sans-serif";

    private Svg() {}

    public static String of(Drawing drawing) {
        var svg = new StringBuilder(4096);
        svg.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" viewBox=\"0 0 ")
                .append(number(drawing.width()))
                .append(' ')
                .append(number(drawing.height()))
                .append("\" width=\"")
                .append(number(drawing.width()))
                .append("\" height=\"")
                .append(number(drawing.height()))
                .append("\" font-family=\"")
                .append(FONTS)
                .append("\">\n<title id=\"title\">")
                .append(escaped(drawing.title()))
                .append("</title>\n<desc id=\"desc\">")
                .append(escaped(drawing.description()))
                .append("</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (var shape : drawing.shapes()) write(shape, svg);
        return svg.append("</svg>\n").toString();
    }

    private static void write(Shape shape, StringBuilder svg) {
        switch (shape) {
            case Path path -> write(path, svg);
            case Label label -> write(label, svg);
        }
    }

    private static void write(Path path, StringBuilder svg) {
        svg.append("<path d=\"").append(steps(path.steps())).append("\" fill=\"");
        svg.append(path.fill() == null ? "none" : path.fill().css()).append('"');
        var stroke = path.stroke();
        if (stroke != null) {
            svg.append(" stroke=\"").append(stroke.colour().css());
            svg.append("\" stroke-width=\"").append(number(stroke.width())).append('"');
            if (stroke.dash() > 0)
                svg.append(" stroke-dasharray=\"").append(number(stroke.dash())).append('"');
        }
        close(path.note(), "path", svg);
    }

    private static void write(Label label, StringBuilder svg) {
        var x = number(label.x());
        var y = number(label.y());
        svg.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" font-size=\"");
        svg.append(number(label.size()))
                .append("\" fill=\"")
                .append(label.colour().css())
                .append('"');
        switch (label.anchor()) {
            case START -> {}
            case MIDDLE -> svg.append(" text-anchor=\"middle\"");
            case END -> svg.append(" text-anchor=\"end\"");
        }
        if (label.bold()) svg.append(" font-weight=\"bold\"");
        if (label.upright())
            svg.append(" transform=\"rotate(-90 ")
                    .append(x)
                    .append(' ')
                    .append(y)
                    .append(")\"");
        svg.append('>').append(escaped(label.text()));
        if (label.whole() != null)
            svg.append("<title>").append(escaped(label.whole())).append("</title>");
        svg.append("</text>\n");
    }

    private static void close(@Nullable String note, String element, StringBuilder svg) {
        if (note == null) svg.append("/>\n");
        else
            svg.append("><title>")
                    .append(escaped(note))
                    .append("</title></")
                    .append(element)
                    .append(">\n");
    }

    private static String steps(List<Step> steps) {
        var path = new StringBuilder();
        for (var step : steps)
            switch (step) {
                case Move it ->
                    path.append('M').append(number(it.x())).append(' ').append(number(it.y()));
                case Line it ->
                    path.append('L').append(number(it.x())).append(' ').append(number(it.y()));
                case Curve it ->
                    path.append('C')
                            .append(number(it.x1()))
                            .append(' ')
                            .append(number(it.y1()))
                            .append(' ')
                            .append(number(it.x2()))
                            .append(' ')
                            .append(number(it.y2()))
                            .append(' ')
                            .append(number(it.x()))
                            .append(' ')
                            .append(number(it.y()));
                case Close ignored -> path.append('Z');
            }
        return path.toString();
    }

    /** Two decimals at most, with a dot, wherever it runs. */
    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        var end = text.length();
        while (text.charAt(end - 1) == '0') end--;
        if (text.charAt(end - 1) == '.') end--;
        var shortest = text.substring(0, end);
        return shortest.equals("-0") ? "0" : shortest;
    }

    /** Text as XML 1.0 holds it; characters that it cannot hold are replaced. */
    static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isXml(character) ? character : 0xfffd);
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xd7ff
                || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000;
    }
}
