package io.cairn.reporting.pdf;

import io.cairn.reporting.chart.Colour;
import io.cairn.reporting.chart.Drawing;
import io.cairn.reporting.chart.TextWidth;
import java.awt.Color;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A PDF from its first page to its last. What people wrote goes in as shown text and nothing else. Fonts are embedded,
 * charts are drawn as lines.
 */
public final class Book {
    /** What a heading takes, and the space around it. */
    private static final float ABOVE_CHART = 40;

    private static final double BODY = 9.5;
    private static final float LEAST = 90;
    private static final Color GRID = new Color(Colour.FRAME.rgb());
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'");

    private final Fonts fonts = new Fonts();
    private final Document document;
    private final PdfWriter writer;
    private final Paper paper;

    /**
     * @param title of the document
     * @param foot stands below each page, on the left
     * @param page what stands on the right, with {@code {0}} and {@code {1}} for the page and how many there are
     * @param language of the text, as in {@code fr}
     */
    public Book(
            OutputStream out, Paper paper, String title, String foot, String page, String language, Instant generated) {
        this.paper = paper;
        document = new Document(paper.size(), Paper.MARGIN, Paper.MARGIN, Paper.MARGIN, Paper.MARGIN + 8);
        writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(
                new Footer(fonts, TextWidth.cut(fonts.shown(foot), Footer.SIZE, false, paper.width() - 90), page));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.setDocumentLanguage(language);
        document.addTitle(fonts.shown(title));
        document.addCreator("Cairn");
        var at = new PdfString(DATE.format(generated.atOffset(ZoneOffset.UTC)));
        writer.getInfo().put(PdfName.CREATIONDATE, at);
        writer.getInfo().put(PdfName.MODDATE, at);
        document.open();
    }

    /** Above everything, in small letters. */
    public void kicker(String text) {
        add(paragraph(text, 9, false, Colour.QUIET, 0, 2));
    }

    public void title(String text) {
        add(paragraph(text, 22, true, Colour.INK, 0, 10));
    }

    public void paragraph(String text) {
        add(paragraph(text, BODY, false, Colour.INK, 0, 4));
    }

    public void quiet(String text) {
        add(paragraph(text, 8, false, Colour.QUIET, 0, 4));
    }

    /** What stands below it begins on the same page. */
    public void heading(String text) {
        if (writer.getVerticalPosition(true) - document.bottom() < LEAST) document.newPage();
        add(paragraph(text, 12, true, Colour.INK, 12, 5));
    }

    /** A heading and the chart below it, on one page: as large as it is, or as the page allows. */
    public void chart(String heading, Drawing drawing) {
        var table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setKeepTogether(true);
        table.setSpacingBefore(12);
        var name = plain(new Phrase(fonts.shown(heading), font(12, true, Colour.INK)));
        name.setPaddingBottom(6);
        table.addCell(name);
        var room = document.top() - document.bottom() - ABOVE_CHART;
        var scale = Math.min(1, Math.min(paper.width() / drawing.width(), room / drawing.height()));
        var cell = plain(new Phrase(""));
        cell.setFixedHeight((float) (drawing.height() * scale + 4));
        cell.setCellEvent((it, place, canvases) ->
                new Pen(canvases[PdfPTable.TEXTCANVAS], fonts, place.getLeft(), place.getTop(), scale).draw(drawing));
        table.addCell(cell);
        add(table);
    }

    /** Figures with what they are, side by side. */
    public void figures(List<Figure> figures) {
        var table = new PdfPTable(Math.max(1, figures.size()));
        table.setWidthPercentage(100);
        table.setSpacingBefore(8);
        table.setSpacingAfter(6);
        for (var figure : figures) {
            var cell = plain(new Phrase());
            cell.addElement(paragraph(figure.name(), 8, false, Colour.QUIET, 0, 0));
            cell.addElement(paragraph(figure.value(), 13, true, Colour.INK, 0, 0));
            if (figure.note() != null) cell.addElement(paragraph(figure.note(), 8, false, Colour.QUIET, 0, 0));
            cell.setBorder(Rectangle.LEFT);
            cell.setBorderColor(GRID);
            cell.setPaddingLeft(6);
            table.addCell(cell);
        }
        add(table);
    }

    public record Figure(
            String name, String value, @Nullable String note) {}

    /**
     * @param widths how wide the columns are against each other
     * @param right whether they hold figures, and stand on the right
     */
    public record Grid(List<String> headings, double[] widths, boolean[] right, double size) {}

    /** The headings stand on top of each page it takes. */
    public void table(Grid grid, List<List<String>> rows) {
        var table = new PdfPTable(grid.headings().size());
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setSplitLate(false);
        table.setWidths(floats(grid.widths()));
        for (var i = 0; i < grid.headings().size(); i++)
            table.addCell(cell(grid.headings().get(i), grid, i, true));
        for (var row : rows) for (var i = 0; i < row.size(); i++) table.addCell(cell(row.get(i), grid, i, false));
        add(table);
    }

    private static float[] floats(double[] widths) {
        var all = new float[widths.length];
        for (var i = 0; i < widths.length; i++) all[i] = (float) widths[i];
        return all;
    }

    private PdfPCell cell(String text, Grid grid, int column, boolean heading) {
        var cell =
                plain(new Phrase(fonts.shown(text), font(grid.size(), heading, heading ? Colour.QUIET : Colour.INK)));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(GRID);
        cell.setBorderWidth(heading ? 0.8f : 0.3f);
        cell.setPadding(3);
        cell.setPaddingLeft(column == 0 ? 0 : 4);
        if (grid.right()[column]) cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        return cell;
    }

    private static PdfPCell plain(Phrase phrase) {
        var cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        return cell;
    }

    private Paragraph paragraph(String text, double size, boolean bold, Colour colour, double before, double after) {
        var paragraph = new Paragraph(new Chunk(fonts.shown(text), font(size, bold, colour)));
        paragraph.setLeading((float) (size * 1.35));
        paragraph.setSpacingBefore((float) before);
        paragraph.setSpacingAfter((float) after);
        return paragraph;
    }

    private Font font(double size, boolean bold, Colour colour) {
        return new Font(fonts.of(bold), (float) size, Font.NORMAL, new Color(colour.rgb()));
    }

    private void add(Element element) {
        document.add(element);
    }

    public void end() {
        document.close();
    }
}
