package io.cairn.assessment.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns a file of answers may have, in any order; the first four must be there. */
enum Column {
    UNIT,
    PERIOD,
    QUESTION,
    VALUE,
    NOT_APPLICABLE_REASON,
    RATIONALE,
    EVIDENCE,
    ACTOR,
    ANSWERED_AT,
    REASON;

    /** As it stands in the file's header. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isRequired() {
        return compareTo(VALUE) <= 0;
    }

    /** Without regard to case and surrounding white space. */
    static Optional<Column> titled(String title) {
        var wanted = title.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(it -> it.title().equals(wanted)).findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(", "));
    }
}
