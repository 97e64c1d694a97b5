package io.cairn.reporting.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;

/**
 * Liberation Sans, of which each document holds the glyphs it uses. It knows Latin, Greek and Cyrillic; for a character
 * that it does not know stands a box.
 */
final class Fonts {
    private static final byte[] REGULAR = read("LiberationSans-Regular.ttf");
    private static final byte[] BOLD = read("LiberationSans-Bold.ttf");
    private static final char UNKNOWN = '\u25a1';

    private final BaseFont regular = font("regular.ttf", REGULAR);
    private final BaseFont bold = font("bold.ttf", BOLD);

    BaseFont of(boolean heavy) {
        return heavy ? bold : regular;
    }

    /** What can be shown of it; line breaks stay, other controls go. */
    String shown(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\n' || regular.charExists(character)) out.appendCodePoint(character);
            else if (character == '\t') out.append(' ');
            else if (!Character.isISOControl(character) && Character.getType(character) != Character.FORMAT)
                out.append(UNKNOWN);
        });
        return out.toString();
    }

    /** Of a document's own, since a font remembers where it is being read. */
    private static BaseFont font(String name, byte[] file) {
        try {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, file, null);
        } catch (DocumentException | IOException e) {
            throw new IllegalStateException("the font that comes with us cannot be read", e);
        }
    }

    private static byte[] read(String file) {
        try (var in = Objects.requireNonNull(Fonts.class.getResourceAsStream("/liberation/" + file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
