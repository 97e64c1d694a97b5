package io.cairn.reporting.pdf;

import io.cairn.reporting.chart.Colour;
import io.cairn.reporting.pdf.Book.Grid;
import io.cairn.reporting.pdf.Page.Frame;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.ColumnText;

/** The rows of a table, on as many pages as it takes; the headings stand on top of each, and are to be read once. */
final class TableRows {
    private static final float PADDING = 3;
    private static final float LEAST = 50;

    private final Page page;
    private final Grid grid;
    private final float[] edges;
    private final Tags.Tag table;

    TableRows(Page page, Grid grid) {
        this.page = page;
        this.grid = grid;
        this.edges = edges(page, grid);
        this.table = page.tags().below(Tags.TABLE);
    }

    private static float[] edges(Page page, Grid grid) {
        var whole = 0.0;
        for (var width : grid.widths()) whole += width;
        var edges = new float[grid.widths().length + 1];
        edges[0] = page.left();
        for (var i = 0; i < grid.widths().length; i++)
            edges[i + 1] = (float) (edges[i] + grid.widths()[i] / whole * (page.right() - page.left()));
        return edges;
    }

    void write(List<List<String>> rows) {
        if (page.room() < LEAST) page.turn();
        row(grid.headings(), true);
        for (var row : rows) row(row, false);
    }

    private Font font(boolean heading) {
        return page.font(grid.size(), heading, heading ? Colour.QUIET : Colour.INK);
    }

    private Frame frame(int column) {
        return new Frame(
                edges[column] + (column == 0 ? 0 : PADDING),
                edges[column + 1] - PADDING,
                page.y() - PADDING,
                page.bottom() + PADDING);
    }

    /** One that does not fit on the page goes to the next; one that fits on no page is cut by lines. */
    private void row(List<String> texts, boolean heading) {
        var font = font(heading);
        if (!page.isAtTop() && page.room() < Math.min(high(texts, font), page.height() - LEAST)) turn(heading);
        var row = page.tags().under(table, Tags.ROW);
        var columns = new ArrayList<ColumnText>();
        var cells = new ArrayList<Tags.Tag>();
        for (var i = 0; i < texts.size(); i++) {
            columns.add(column(texts.get(i), i, font));
            cells.add(page.tags().under(row, heading ? Tags.HEAD : Tags.CELL));
        }
        while (true) {
            var lowest = page.y() - PADDING;
            var more = false;
            for (var i = 0; i < columns.size(); i++) {
                if (texts.get(i).isEmpty()) continue;
                more |= page.flow(columns.get(i), cells.get(i), frame(i), font);
                lowest = Math.min(lowest, Page.below(columns.get(i), font));
            }
            close(lowest, heading);
            if (!more) return;
            turn(heading);
        }
    }

    private ColumnText column(String text, int column, Font font) {
        var made = page.column(text, font);
        made.setAlignment(grid.right()[column] ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return made;
    }

    private float high(List<String> texts, Font font) {
        var high = 0f;
        for (var i = 0; i < texts.size(); i++)
            high = Math.max(high, page.height(texts.get(i), font, edges[i + 1] - edges[i] - 2 * PADDING));
        return high + 2 * PADDING;
    }

    private void close(float lowest, boolean heading) {
        page.goTo(lowest - PADDING);
        page.rule(page.left(), page.y(), page.right(), page.y(), heading ? 0.8 : 0.3);
    }

    /** To the next page, with the headings once more for those who see it. */
    private void turn(boolean heading) {
        page.turn();
        if (heading) return;
        var font = font(true);
        var lowest = page.y();
        for (var i = 0; i < grid.headings().size(); i++) {
            var column = column(grid.headings().get(i), i, font);
            Page.place(column, frame(i), font);
            page.tags().aside(column::go);
            lowest = Math.min(lowest, Page.below(column, font));
        }
        close(lowest, true);
    }
}
