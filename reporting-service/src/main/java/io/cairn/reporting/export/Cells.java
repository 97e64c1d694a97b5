package io.cairn.reporting.export;

import java.math.BigDecimal;
import java.util.UUID;

/** Values of cells as texts that read the same everywhere: a dot for decimals, ISO 8601 for days and times. */
final class Cells {
    private Cells() {}

    static String text(Object value) {
        return switch (value) {
            case String it -> it;
            case BigDecimal it -> it.toPlainString();
            case UUID it -> it.toString();
            default -> value.toString();
        };
    }
}
