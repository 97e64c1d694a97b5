package io.cairn.reporting.pdf;

import io.cairn.reporting.chart.Colour;
import java.awt.Color;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** Where on its pages a document is; what is written goes below what was written before. */
final class Page {
    static final double LEADING = 1.35;
    /** Below the base line of the last line of a text, in its size. */
    private static final double DESCENT = 0.3;

    private final Fonts fonts;
    private final Document document;
    private final PdfWriter writer;
    private final Tags tags;
    private float y;

    /** @param document that is open */
    Page(Fonts fonts, Document document, PdfWriter writer) {
        this.fonts = fonts;
        this.document = document;
        this.writer = writer;
        this.tags = new Tags(writer);
        top();
    }

    /** What is drawn on a page is not seen by the document, which would take it for empty. */
    private void top() {
        writer.setPageEmpty(false);
        y = document.top();
    }

    void turn() {
        document.newPage();
        top();
    }

    float y() {
        return y;
    }

    boolean isAtTop() {
        return y >= document.top();
    }

    void goTo(double place) {
        y = (float) place;
    }

    float room() {
        return y - document.bottom();
    }

    float height() {
        return document.top() - document.bottom();
    }

    float left() {
        return document.left();
    }

    float right() {
        return document.right();
    }

    float bottom() {
        return document.bottom();
    }

    Tags tags() {
        return tags;
    }

    PdfContentByte content() {
        return writer.getDirectContent();
    }

    Fonts fonts() {
        return fonts;
    }

    Font font(double size, boolean bold, Colour colour) {
        return new Font(fonts.of(bold), (float) size, Font.NORMAL, new Color(colour.rgb()));
    }

    ColumnText column(String text, Font font) {
        var column = new ColumnText(content());
        column.addText(new Phrase(new Chunk(fonts.shown(text), font)));
        return column;
    }

    /** A place for text. */
    record Frame(float left, float right, float top, float bottom) {}

    /** Writes into a frame; whether there is more than goes into it. */
    boolean flow(ColumnText column, Tags.Tag tag, Frame frame, Font font) {
        place(column, frame, font);
        var status = new int[1];
        tags.mark(tag, () -> status[0] = column.go());
        return ColumnText.hasMoreText(status[0]);
    }

    static void place(ColumnText column, Frame frame, Font font) {
        column.setSimpleColumn(frame.left(), frame.bottom(), frame.right(), frame.top());
        column.setLeading((float) (font.getSize() * LEADING));
    }

    /** The least place at which something can stand below what was written. */
    static float below(ColumnText column, Font font) {
        return (float) (column.getYLine() - font.getSize() * DESCENT);
    }

    /** How high it will be in a frame of that width. */
    float height(String text, Font font, float width) {
        var column = column(text, font);
        place(column, new Frame(0, width, 0, -100_000), font);
        column.go(true);
        return -below(column, font);
    }

    void rule(float x1, float y1, float x2, float y2, double width) {
        tags.aside(() -> {
            var colour = Colour.FRAME;
            var content = content();
            content.saveState();
            content.setRGBColorStrokeF((float) colour.red(), (float) colour.green(), (float) colour.blue());
            content.setLineWidth((float) width);
            content.moveTo(x1, y1);
            content.lineTo(x2, y2);
            content.stroke();
            content.restoreState();
        });
    }
}
