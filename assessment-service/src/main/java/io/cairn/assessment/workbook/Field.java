package io.cairn.assessment.workbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a questionnaire's sheets, in their order. */
enum Field {
    QUESTION(14, false),
    STATEMENT(60, false),
    GUIDANCE(44, false),
    STAGE(18, false),
    LAST_TIME(22, false),
    ANSWER(24, true),
    NOT_APPLICABLE(26, true),
    RATIONALE(44, true),
    EVIDENCE(44, true),
    CERTAINTY(11, true),
    REASON(30, true);

    private final int width;
    private final boolean input;

    Field(int width, boolean input) {
        this.width = width;
        this.input = input;
    }

    /** In characters. */
    int width() {
        return width;
    }

    /** Whether people write in it. */
    boolean isInput() {
        return input;
    }

    /** Its name in the words of the bundle. */
    String key() {
        return "column." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its heading in whatever language. */
    static Optional<Field> headed(String heading) {
        var wanted = heading.strip();
        return Arrays.stream(values())
                .filter(it -> Words.everywhere(it.key()).anyMatch(wanted::equalsIgnoreCase))
                .findFirst();
    }
}
