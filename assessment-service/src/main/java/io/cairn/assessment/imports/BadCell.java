package io.cairn.assessment.imports;

/** A cell says what it cannot say. */
final class BadCell extends Exception {
    private static final long serialVersionUID = 1L;

    private final Column column;
    private final String detail;

    BadCell(Column column, String detail) {
        super(column.title() + ": " + detail, null, false, false);
        this.column = column;
        this.detail = detail;
    }

    BadRow in(long row) {
        return new BadRow(row, column.title(), detail);
    }
}
