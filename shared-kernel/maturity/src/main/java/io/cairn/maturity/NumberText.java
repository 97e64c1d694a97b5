package io.cairn.maturity;

import io.cairn.language.AnswerValue.Quantity;
import io.cairn.language.InvalidValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as a CSV cell spells them: ASCII digits, a decimal point, perhaps an exponent as spreadsheets write it. */
final class NumberText {
    private static final Pattern FORM = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d{1,3})?");

    private NumberText() {}

    /** Empty when it is no number, or one that no scale can hold, such as 1e400. */
    static Optional<Quantity> read(String text) {
        var number = FoldedText.fold(text);
        if (!FORM.matcher(number).matches()) return Optional.empty();
        try {
            return Optional.of(new Quantity(new BigDecimal(number)));
        } catch (InvalidValue tooLong) {
            return Optional.empty();
        }
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
