package io.cairn.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Typed cells: numbers are numbers, days and times (UTC, to the millisecond) are dates, and text is text whatever it
 * begins with. A number that a spreadsheet would round is text. What does not fit on a sheet goes on on the next.
 */
final class XlsxFile implements RowFile {
    static final int ROWS_OF_A_SHEET = 1_048_576;

    private static final int AT_ONCE = 500;
    private static final int DIGITS = 15;
    /** Excel takes 1900 for a leap year. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final Workbook workbook;
    private final String title;
    private final List<String> headings;
    private final int rowsOfASheet;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxFile(OutputStream out, String title, List<String> headings) {
        this(out, title, headings, ROWS_OF_A_SHEET);
    }

    XlsxFile(OutputStream out, String title, List<String> headings, int rowsOfASheet) {
        this.workbook = new Workbook(out, "Cairn", "1.0");
        this.title = title;
        this.headings = headings;
        this.rowsOfASheet = rowsOfASheet;
        this.sheet = next();
    }

    private Worksheet next() {
        sheets++;
        var next = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        for (var i = 0; i < headings.size(); i++) {
            next.inlineString(0, i, headings.get(i));
            next.style(0, i).bold().set();
            next.width(i, Math.clamp(headings.get(i).length() + 3L, 12, 40));
        }
        next.freezePane(0, 1);
        row = 1;
        return next;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        if (row == rowsOfASheet) {
            sheet.finish();
            sheet = next();
        }
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell != null) write(i, cell);
        }
        row++;
        if (row % AT_ONCE == 0) sheet.flush();
    }

    private void write(int column, Object value) {
        switch (value) {
            case Boolean it -> sheet.value(row, column, it);
            case Integer it -> sheet.value(row, column, it);
            case Long it -> number(column, BigDecimal.valueOf(it));
            case Double it -> sheet.value(row, column, it);
            case BigDecimal it -> number(column, it);
            case LocalDate it -> day(column, it);
            case Instant it -> time(column, it);
            default -> sheet.inlineString(row, column, Cells.text(value));
        }
    }

    private void number(int column, BigDecimal value) {
        if (value.stripTrailingZeros().precision() <= DIGITS) sheet.value(row, column, value);
        else sheet.inlineString(row, column, value.toPlainString());
    }

    private void day(int column, LocalDate day) {
        if (day.isBefore(FIRST_DAY)) {
            sheet.inlineString(row, column, day.toString());
            return;
        }
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
    }

    private void time(int column, Instant time) {
        sheet.value(row, column, LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC));
        sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss.000").set();
    }

    @Override
    public void end() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
