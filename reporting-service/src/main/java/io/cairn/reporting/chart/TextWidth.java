package io.cairn.reporting.chart;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is in Helvetica, and in the fonts made to its measures: Arial and Liberation Sans. The widths are
 * those of Adobe's font metrics; what is not among them is taken for as wide as a figure, or for square where it is
 * ideographic. A tenth is added.
 */
public final class TextWidth {
    private static final int[] ASCII = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };
    private static final double BOLD = 1.08;
    /** A reader without any of them gets a wider font. */
    private static final double SLACK = 1.1;

    private static final String CUT = "…";

    private TextWidth() {}

    public static double of(String text, double size, boolean bold) {
        var thousandths = Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .map(TextWidth::width)
                .sum();
        return thousandths * size / 1000 * (bold ? BOLD : 1) * SLACK;
    }

    private static int width(int character) {
        if (character >= 32 && character < 127) return ASCII[character - 32];
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            case Character.UPPERCASE_LETTER -> 722;
            default -> Character.isIdeographic(character) || character > 0xffff || character == '…' ? 1000 : 556;
        };
    }

    /** As much of it as fits, with an ellipsis where it is cut. */
    public static String cut(String text, double size, boolean bold, double most) {
        if (of(text, size, bold) <= most) return text;
        var end = text.length();
        while (end > 0 && of(text.substring(0, end).stripTrailing() + CUT, size, bold) > most)
            end = text.offsetByCodePoints(end, -1);
        return text.substring(0, end).stripTrailing() + CUT;
    }

    /** In lines of words; what does not fit on the last one is cut. */
    public static List<String> lines(String text, double size, boolean bold, double most, int lines) {
        var all = new ArrayList<String>();
        var line = new StringBuilder();
        var words = text.strip().split("\\s+");
        for (var i = 0; i < words.length; i++) {
            var longer = line.isEmpty() ? words[i] : line + " " + words[i];
            if (line.isEmpty() || of(longer, size, bold) <= most) {
                line.replace(0, line.length(), longer);
                continue;
            }
            if (all.size() == lines - 1) {
                line.append(' ').append(String.join(" ", List.of(words).subList(i, words.length)));
                break;
            }
            all.add(cut(line.toString(), size, bold, most));
            line.replace(0, line.length(), words[i]);
        }
        all.add(cut(line.toString(), size, bold, most));
        return all;
    }
}
