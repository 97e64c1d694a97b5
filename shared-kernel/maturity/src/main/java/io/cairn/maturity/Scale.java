package io.cairn.maturity;

import io.cairn.language.AnswerValue;
import java.math.BigDecimal;
import java.util.List;

/** How a question may be answered, and what an answer is worth on 0..1. */
public sealed interface Scale {
    /** Yes is worth 1, no 0. */
    record Truth() implements Scale {}

    /** One of several options; each is worth its points over {@code maxPoints} of the question. */
    record Choice(List<Option> options, double maxPoints) implements Scale {
        public Choice {
            options = List.copyOf(options);
        }

        public record Option(String key, Text label, double points) {}
    }

    /** A whole level {@code 1..levels}, linear from 0 to 1. */
    record Likert(int levels, List<Text> labels) implements Scale {
        public Likert {
            labels = List.copyOf(labels);
        }
    }

    /** A number within {@code min..max}, read off a line through {@code points}; two points are the linear case,
     *  falling ones mean that higher is worse. */
    record Numeric(BigDecimal min, BigDecimal max, List<Point> points) implements Scale {
        public Numeric {
            points = List.copyOf(points);
        }

        /** At {@code x} the answer is worth {@code value}, 0..1. */
        public record Point(BigDecimal x, double value) {}
    }

    /** A share in percent, 0..100, linear. */
    record Percent() implements Scale {}

    /**
     * The answer as the scale keeps it: an option's label becomes its key, a CSV cell's text becomes the truth or
     * number it spells. Case and white space do not matter.
     *
     * @throws io.cairn.language.InvalidValue when the scale cannot hold it; the message says what it can hold
     */
    default AnswerValue accept(AnswerValue raw) {
        return ScaleReading.accept(this, raw);
    }

    /** Whether its answers are numbers any of which may be given, and not levels. */
    default boolean isNumber() {
        return this instanceof Numeric || this instanceof Percent;
    }

    /** What an accepted answer is worth, 0..1; never less for a better answer. */
    default double value(AnswerValue accepted) {
        return ScaleReading.value(this, accepted);
    }
}
