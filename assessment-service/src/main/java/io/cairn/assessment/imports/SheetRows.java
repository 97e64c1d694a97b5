package io.cairn.assessment.imports;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Follows the XML of a sheet (ECMA-376, part 1, 18.3.1) and tells its rows as text. */
final class SheetRows extends DefaultHandler {
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 40_000;

    private final SharedStrings texts;
    private final StylesTable styles;
    private final boolean from1904;
    private final AnswerRows.Rows rows;
    private final StringBuilder text = new StringBuilder();

    private @Nullable Header header;
    private List<String> cells = new ArrayList<>();
    private long row;
    private int column;
    private String type = "";
    private int style;
    private boolean listening;

    /** @param from1904 whether the workbook counts its days from 1904 and not from 1900 */
    SheetRows(SharedStrings texts, StylesTable styles, boolean from1904, AnswerRows.Rows rows) {
        this.texts = texts;
        this.styles = styles;
        this.from1904 = from1904;
        this.rows = rows;
    }

    /** The file cannot be read on. */
    static final class Stopped extends SAXException {
        private static final long serialVersionUID = 1L;

        private final transient BrokenFile reason;

        Stopped(BrokenFile reason) {
            super(reason);
            this.reason = reason;
        }

        BrokenFile reason() {
            return reason;
        }
    }

    /** Rows could not be kept. */
    static final class Failed extends SAXException {
        private static final long serialVersionUID = 1L;

        private final transient SQLException reason;

        Failed(SQLException reason) {
            super(reason);
            this.reason = reason;
        }

        SQLException reason() {
            return reason;
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        switch (name) {
            case "row" -> {
                var number = attributes.getValue("r");
                row = number == null ? row + 1 : Long.parseLong(number);
                cells = new ArrayList<>();
                column = -1;
            }
            case "c" -> {
                var reference = attributes.getValue("r");
                column = reference == null ? column + 1 : new CellReference(reference).getCol();
                type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                style = attributes.getValue("s") == null ? 0 : Integer.parseInt(attributes.getValue("s"));
                text.setLength(0);
            }
            case "v", "t" -> listening = true;
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (!listening) return;
        if (text.length() + length > LONGEST_CELL)
            throw new Stopped(new BrokenFile(new BadRow(row, null, "a cell is longer than any may be")));
        text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "v", "t" -> listening = false;
            case "c" -> cell();
            case "row" -> row();
            default -> {}
        }
    }

    /** @throws BrokenFile when there was nothing in it */
    void ended() throws BrokenFile {
        if (header == null) throw new BrokenFile(new BadRow(1, null, "the file is empty"));
    }

    private void cell() throws SAXException {
        if (text.isEmpty() || column < 0 || column >= MOST_COLUMNS) return;
        while (cells.size() <= column) cells.add("");
        try {
            cells.set(column, told());
        } catch (IndexOutOfBoundsException e) {
            throw new Stopped(new BrokenFile(new BadRow(row, null, "a cell refers to a text that is not there")));
        }
    }

    private String told() {
        var raw = text.toString();
        return switch (type) {
            case "s" -> texts.getItemAt(Integer.parseInt(raw)).getString();
            case "b" -> raw.equals("1") ? "true" : "false";
            case "n" -> number(Double.parseDouble(raw));
            default -> raw;
        };
    }

    private String number(double value) {
        var shown = styles.getStyleAt(style);
        var format = shown == null ? null : shown.getDataFormatString();
        return CellText.of(value, shown == null ? 0 : shown.getDataFormat(), format == null ? "" : format, from1904);
    }

    private void row() throws SAXException {
        if (cells.stream().allMatch(String::isBlank)) return;
        try {
            if (header == null) header = Header.read(cells);
            else if (cells.size() > header.size()
                    && cells.subList(header.size(), cells.size()).stream().anyMatch(it -> !it.isBlank()))
                rows.bad(new BadRow(
                        row, null, "it has more cells than the header has columns, which are " + header.size()));
            else header.read(row, cells, rows);
        } catch (BrokenFile broken) {
            throw new Stopped(broken);
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }
}
