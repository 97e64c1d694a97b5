package io.cairn.assessment.imports;

/** The file cannot be read on from here. */
final class BrokenFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient BadRow where;

    BrokenFile(BadRow where) {
        super(where.detail(), null, false, false);
        this.where = where;
    }

    BadRow where() {
        return where;
    }
}
