package io.cairn.reporting.pdf;

import io.cairn.reporting.chart.Colour;
import io.cairn.reporting.chart.Drawing;
import io.cairn.reporting.chart.TextWidth;
import io.cairn.reporting.pdf.Page.Frame;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A PDF from its first page to its last. What people wrote goes in as shown text and nothing else. Fonts are embedded,
 * charts are drawn as lines. It is tagged, so that it can be read aloud in its order: what is a heading, a row or a cell
 * says so, and a chart says in words what it shows.
 */
public final class Book {
    private static final double BODY = 9.5;
    private static final float LEAST = 90;
    /** What the heading of a chart takes, and the space around it. */
    private static final float ABOVE_CHART = 40;

    private static final float GAP = 6;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'");

    private final Document document;
    private final Paper paper;
    private final Page page;

    /**
     * @param title of the document
     * @param foot stands below each page, on the left
     * @param page what stands on the right, with {@code {0}} and {@code {1}} for the page and how many there are
     * @param language of the text, as in {@code fr}
     */
    public Book(
            OutputStream out, Paper paper, String title, String foot, String page, String language, Instant generated) {
        this.paper = paper;
        var fonts = new Fonts();
        document = new Document(paper.size(), Paper.MARGIN, Paper.MARGIN, Paper.MARGIN, Paper.MARGIN + 8);
        var writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(
                new Footer(fonts, TextWidth.cut(fonts.shown(foot), Footer.SIZE, false, paper.width() - 90), page));
        writer.setTagged();
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language));
        document.addTitle(fonts.shown(title));
        document.addCreator("Cairn");
        var at = new PdfString(DATE.format(generated.atOffset(ZoneOffset.UTC)));
        writer.getInfo().put(PdfName.CREATIONDATE, at);
        writer.getInfo().put(PdfName.MODDATE, at);
        document.open();
        this.page = new Page(fonts, document, writer);
    }

    /** Above everything, in small letters. */
    public void kicker(String text) {
        text(Tags.PARAGRAPH, text, page.font(9, false, Colour.QUIET), 0, 2);
    }

    public void title(String text) {
        text(Tags.TITLE, text, page.font(22, true, Colour.INK), 0, 10);
    }

    public void paragraph(String text) {
        text(Tags.PARAGRAPH, text, page.font(BODY, false, Colour.INK), 0, 4);
    }

    public void quiet(String text) {
        text(Tags.PARAGRAPH, text, page.font(8, false, Colour.QUIET), 0, 4);
    }

    /** What stands below it begins on the same page. */
    public void heading(String text) {
        if (page.room() < LEAST) page.turn();
        text(Tags.HEADING, text, page.font(12, true, Colour.INK), 12, 5);
    }

    private void text(PdfName role, String text, Font font, float before, float after) {
        if (!page.isAtTop()) page.goTo(page.y() - before);
        var tag = page.tags().below(role);
        var column = page.column(text, font);
        while (page.flow(column, tag, new Frame(page.left(), page.right(), page.y(), page.bottom()), font)) page.turn();
        page.goTo(Page.below(column, font) - after);
    }

    /** A heading and the chart below it, on one page: as large as it is, or as the page allows. */
    public void chart(String heading, Drawing drawing) {
        var scale = Math.min(
                1, Math.min(paper.width() / drawing.width(), (page.height() - ABOVE_CHART) / drawing.height()));
        var high = drawing.height() * scale;
        if (page.room() < high + ABOVE_CHART) page.turn();
        text(Tags.HEADING, heading, page.font(12, true, Colour.INK), 12, 5);
        var words = page.fonts().shown(drawing.title() + ". " + drawing.description());
        page.tags()
                .mark(
                        page.tags().figure(words),
                        () -> new Pen(page.content(), page.fonts(), page.left(), page.y(), scale).draw(drawing));
        page.goTo(page.y() - high - 4);
    }

    /** Figures with what they are, side by side. */
    public void figures(List<Figure> figures) {
        if (figures.isEmpty()) return;
        var each = (page.right() - page.left()) / figures.size();
        var high = figures.stream()
                .mapToDouble(it -> high(it, each - 2 * GAP))
                .max()
                .orElse(0);
        if (page.room() < high + 16) page.turn();
        var top = page.y() - 8;
        for (var i = 0; i < figures.size(); i++) {
            var left = page.left() + i * each;
            page.rule(left, top, left, (float) (top - high), 0.5);
            var at = top;
            for (var line : lines(figures.get(i))) {
                var column = page.column(line.text(), line.font());
                var tag = page.tags().below(Tags.PARAGRAPH);
                page.flow(column, tag, new Frame(left + GAP, left + each - GAP, at, at - 1_000), line.font());
                at = Page.below(column, line.font());
            }
        }
        page.goTo(top - high - 6);
    }

    private record Line(String text, Font font) {}

    private List<Line> lines(Figure figure) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(figure.name(), page.font(8, false, Colour.QUIET)));
        lines.add(new Line(figure.value(), page.font(13, true, Colour.INK)));
        if (figure.note() != null) lines.add(new Line(figure.note(), page.font(8, false, Colour.QUIET)));
        return lines;
    }

    private double high(Figure figure, float width) {
        return lines(figure).stream()
                .mapToDouble(it -> page.height(it.text(), it.font(), width))
                .sum();
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
        new TableRows(page, grid).write(rows);
        page.goTo(page.y() - 4);
    }

    public void end() {
        document.close();
    }
}
