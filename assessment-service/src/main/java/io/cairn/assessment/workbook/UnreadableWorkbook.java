package io.cairn.assessment.workbook;

import org.jspecify.annotations.Nullable;

/** A file is no workbook, or none that this service made. The message says why, to whoever sent it. */
final class UnreadableWorkbook extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableWorkbook(String detail) {
        this(detail, null);
    }

    UnreadableWorkbook(String detail, @Nullable Throwable cause) {
        super(detail, cause);
    }
}
