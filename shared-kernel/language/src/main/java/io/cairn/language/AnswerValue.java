package io.cairn.language;

import java.math.BigDecimal;

/** What an answer says, before a scale tells what it is worth. In JSON a bare true, "text" or number. */
public sealed interface AnswerValue {
    record Truth(boolean value) implements AnswerValue {}

    /** An option's key of a choice scale; as given by a client it may still be the option's label. */
    record Option(String key) implements AnswerValue {
        public Option {
            WellFormed.name("an answer", key, 400);
        }
    }

    /** A number: a Likert level, a measured quantity, or a percentage 0..100. */
    record Quantity(BigDecimal value) implements AnswerValue {
        public Quantity {
            if (value.precision() > 40 || Math.abs((long) value.scale()) > 40)
                throw new InvalidValue("a number may have 40 digits at most");
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    static AnswerValue of(boolean value) {
        return new Truth(value);
    }

    static AnswerValue of(String option) {
        return new Option(option);
    }

    static AnswerValue of(double number) {
        return new Quantity(BigDecimal.valueOf(number));
    }
}
