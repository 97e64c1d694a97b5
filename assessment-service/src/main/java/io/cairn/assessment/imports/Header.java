package io.cairn.assessment.imports;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cell of a row belongs to which column. */
record Header(Map<Column, Integer> places, int size) {
    static Header read(List<String> record) throws BrokenFile {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var place = 0; place < record.size(); place++) {
            var title = record.get(place);
            var column = Column.titled(title).orElse(null);
            if (column == null) throw broken(shown(title), unknown(title));
            if (places.put(column, place) != null) throw broken(column.title(), "the column is there twice");
        }
        for (var column : Column.values())
            if (column.isRequired() && !places.containsKey(column))
                throw broken(column.title(), "the column is missing");
        return new Header(places, record.size());
    }

    /** The cell, null when it is blank or the file has no such column. */
    @Nullable
    private String cell(List<String> record, Column column) {
        var place = places.get(column);
        if (place == null || place >= record.size()) return null;
        var text = record.get(place).strip();
        return text.isEmpty() ? null : text;
    }

    /** @param record its cells; those behind the last are blank */
    void read(long row, List<String> record, AnswerRows.Rows rows) throws SQLException {
        for (var column : places.keySet()) {
            var text = cell(record, column);
            if (text != null && (text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0)) {
                rows.bad(new BadRow(row, column.title(), "it holds a character that is not valid UTF-8 text"));
                return;
            }
        }
        rows.row(new Cells(
                row,
                cell(record, Column.UNIT),
                cell(record, Column.PERIOD),
                cell(record, Column.QUESTION),
                cell(record, Column.VALUE),
                cell(record, Column.NOT_APPLICABLE_REASON),
                cell(record, Column.RATIONALE),
                cell(record, Column.EVIDENCE),
                cell(record, Column.ACTOR),
                cell(record, Column.ANSWERED_AT),
                cell(record, Column.REASON)));
    }

    private static String unknown(String title) {
        if (title.indexOf('\uFFFD') >= 0 || title.indexOf('\0') >= 0) return "the file is not UTF-8";
        if (title.indexOf(';') >= 0 || title.indexOf('\t') >= 0) return "columns are separated by commas";
        return "there is no such column; columns are " + Column.titles();
    }

    private static String shown(String title) {
        return title.replace('\0', '\uFFFD').substring(0, Math.min(title.length(), 40));
    }

    private static BrokenFile broken(String column, String detail) {
        return new BrokenFile(new BadRow(1, column, detail));
    }
}
