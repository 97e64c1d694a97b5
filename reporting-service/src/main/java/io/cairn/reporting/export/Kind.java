package io.cairn.reporting.export;

import java.time.Instant;
import java.time.LocalDate;

/** What the cells of a column hold, where they are not empty. */
public enum Kind {
    TEXT(String.class),
    /** A {@code Long} or {@code Integer}. */
    WHOLE(Number.class),
    /** A {@code Double} or {@code BigDecimal}. */
    NUMBER(Number.class),
    TRUTH(Boolean.class),
    DAY(LocalDate.class),
    TIME(Instant.class),
    /** Text, a number or a truth: what a question asks for. */
    ANY(Object.class);

    private final Class<?> type;

    Kind(Class<?> type) {
        this.type = type;
    }

    boolean holds(Object value) {
        return type.isInstance(value);
    }
}
