package io.cairn.maturity.file;

import io.cairn.language.InvalidValue;
import io.cairn.language.WellFormed;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What YAML and JSON have in common: how deep a file may go, which numbers and words it may hold. */
abstract class TreeBuilder {
    private static final int DEEPEST = 32;
    private static final int MOST_VALUES = 30_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_DIGITS = 40;

    final Faults faults;
    private int values;

    TreeBuilder(Faults faults) {
        this.faults = faults;
    }

    /** Reading cannot go on. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        final String pointer;
        final int line;

        Unreadable(String pointer, int line, String detail) {
            super(detail, null, false, false);
            this.pointer = pointer;
            this.line = line;
        }
    }

    abstract Node read() throws Unreadable;

    /** Before each value: a file may be wicked, and each value may cost a fault. */
    void enter(int depth, String pointer, int line) throws Unreadable {
        if (depth > DEEPEST) throw new Unreadable(pointer, line, "is nested more than " + DEEPEST + " levels deep");
        if (++values > MOST_VALUES) throw new Unreadable("", line, "holds more than " + MOST_VALUES + " values");
    }

    /** The pointer of what bears that name. */
    String named(String name, String parent, int line) throws Unreadable {
        if (name.length() > LONGEST_NAME)
            throw new Unreadable(parent, line, "has a name of more than " + LONGEST_NAME + " characters");
        var pointer = Pointer.child(parent, name);
        words(name, pointer, line);
        return pointer;
    }

    void put(Map<String, Node.Property> properties, String name, Node.Property property, String pointer) {
        var first = properties.putIfAbsent(name, property);
        if (first != null) faults.add(pointer, property.line(), "is given twice, first on line " + first.line());
    }

    /** Null, with a fault, when it cannot be kept. */
    @Nullable
    String words(String text, String pointer, int line) {
        try {
            return WellFormed.text("this text", text, 100_000);
        } catch (InvalidValue e) {
            faults.add(pointer, line, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Null, with a fault, when it is not of a size that can be kept exactly. */
    @Nullable
    BigDecimal number(String digits, String pointer, int line) {
        try {
            if (digits.length() <= 2 * MOST_DIGITS) {
                var number = new BigDecimal(digits);
                if (number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS) return number;
            }
            faults.add(pointer, line, "must be a number of " + MOST_DIGITS + " digits at most");
        } catch (NumberFormatException e) {
            faults.add(pointer, line, "must be a finite number in decimal digits");
        }
        return null;
    }
}
