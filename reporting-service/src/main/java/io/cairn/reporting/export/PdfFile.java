package io.cairn.reporting.export;

import io.cairn.platform.problem.Problem;
import io.cairn.reporting.chart.TextWidth;
import io.cairn.reporting.pdf.Book;
import io.cairn.reporting.pdf.Paper;
import io.cairn.reporting.wording.Wording;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table to be read, on as wide a paper as it takes; columns that are empty throughout are left out, and what is the same
 * in each of several rows stands above the table, once. It is for people, so {@value #MOST} rows are the most: what is
 * more is refused before anything is sent.
 */
final class PdfFile implements RowFile {
    static final int MOST = 5_000;

    private static final double SIZE = 7;
    private static final double WIDEST = 170;

    private final OutputStream out;
    private final String title;
    private final List<String> headings;
    private final List<? extends Column<?>> columns;
    private final Wording words;
    private final Instant generated;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    PdfFile(
            OutputStream out,
            String title,
            List<String> headings,
            List<? extends Column<?>> columns,
            Wording words,
            Instant generated) {
        this.out = out;
        this.title = title;
        this.headings = headings;
        this.columns = columns;
        this.words = words;
        this.generated = generated;
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        if (rows.size() == MOST)
            throw Problem.badParameter("format", "a PDF has " + MOST + " rows at most; take csv, xlsx or json")
                    .exception();
        rows.add(cells);
    }

    @Override
    public void end() {
        var filled = IntStream.range(0, headings.size())
                .filter(i -> rows.stream().anyMatch(row -> row.get(i) != null))
                .toArray();
        var used = IntStream.of(filled).filter(i -> !isCommon(i)).toArray();
        var common = IntStream.of(filled).filter(this::isCommon).toArray();
        var widths = IntStream.of(used).mapToDouble(this::width).toArray();
        var whole =
                IntStream.range(0, widths.length).mapToDouble(i -> widths[i]).sum();
        var paper = whole <= Paper.A4.width()
                ? Paper.A4
                : whole <= Paper.A4_ACROSS.width() ? Paper.A4_ACROSS : Paper.A3_ACROSS;
        var at = words.say(
                "pdf.generated", generated.truncatedTo(ChronoUnit.SECONDS).toString());
        var book = new Book(
                out,
                paper,
                title,
                title + " · " + at,
                words.say("pdf.page"),
                words.language().tag(),
                generated);
        book.title(title);
        book.quiet(at + " · " + words.say("pdf.rows", rows.size()));
        if (common.length > 0)
            book.paragraph(IntStream.of(common)
                    .mapToObj(i -> headings.get(i) + ": " + text(rows.getFirst().get(i)))
                    .collect(Collectors.joining(" · ")));
        if (used.length > 0) {
            var right = new boolean[used.length];
            for (var i = 0; i < used.length; i++)
                right[i] = isFigure(columns.get(used[i]).kind());
            book.table(
                    new Book.Grid(
                            IntStream.of(used).mapToObj(headings::get).toList(),
                            widths,
                            right,
                            Math.min(SIZE, SIZE * paper.width() / whole)),
                    rows.stream().map(row -> texts(row, used)).toList());
        }
        book.end();
    }

    /** Says the same of every row, as the unit does in a report of one; figures are left where they are compared. */
    private boolean isCommon(int column) {
        var kind = columns.get(column).kind();
        var first = rows.getFirst().get(column);
        return rows.size() > 1
                && (kind == Kind.TEXT || kind == Kind.DAY || kind == Kind.TIME)
                && rows.stream().allMatch(row -> Objects.equals(first, row.get(column)));
    }

    private static List<String> texts(List<@Nullable Object> row, int... used) {
        return IntStream.of(used).mapToObj(i -> text(row.get(i))).toList();
    }

    private double width(int column) {
        var widest = longestWord(headings.get(column));
        for (var row : rows) widest = Math.max(widest, Math.min(WIDEST, wide(text(row.get(column)))));
        return widest + 10;
    }

    private static double longestWord(String heading) {
        var widest = 20.0;
        for (var word : heading.split(" ", -1)) widest = Math.max(widest, TextWidth.of(word, SIZE, true));
        return widest;
    }

    private static double wide(String text) {
        return TextWidth.of(text, SIZE, false);
    }

    private static boolean isFigure(Kind kind) {
        return kind == Kind.WHOLE || kind == Kind.NUMBER;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : Cells.text(value);
    }
}
