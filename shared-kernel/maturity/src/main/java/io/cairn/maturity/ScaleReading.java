package io.cairn.maturity;

import io.cairn.language.AnswerValue;
import io.cairn.language.AnswerValue.Option;
import io.cairn.language.AnswerValue.Quantity;
import io.cairn.language.AnswerValue.Truth;
import io.cairn.language.InvalidValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What each scale accepts and what an answer on it is worth. Text is read as generously as a CSV file needs it; a
 * JSON boolean or number is never bent into another kind of answer.
 */
final class ScaleReading {
    private static final Set<String> YES = Set.of("yes", "true", "ja", "oui", "1");
    private static final Set<String> NO = Set.of("no", "false", "nee", "non", "0");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int QUOTED_CHARACTERS = 60;

    private ScaleReading() {}

    static AnswerValue accept(Scale scale, AnswerValue raw) {
        return switch (scale) {
            case Scale.Truth ignored -> truth(raw);
            case Scale.Choice choice -> ChoiceReading.accept(choice, raw);
            case Scale.Likert likert -> level(likert, raw);
            case Scale.Numeric numeric ->
                within(
                        numeric.min(),
                        numeric.max(),
                        number(raw),
                        raw,
                        "a number from " + NumberText.plain(numeric.min()) + " to " + NumberText.plain(numeric.max()));
            case Scale.Percent ignored ->
                within(BigDecimal.ZERO, HUNDRED, percentage(raw), raw, "a percentage from 0 to 100");
        };
    }

    static double value(Scale scale, AnswerValue accepted) {
        return switch (accepted) {
            case Truth truth -> value(scale, truth);
            case Option option -> value(scale, option);
            case Quantity quantity -> value(scale, quantity.value());
        };
    }

    private static double value(Scale scale, Truth truth) {
        if (!(scale instanceof Scale.Truth)) throw notOnScale(truth);
        return truth.value() ? 1 : 0;
    }

    private static double value(Scale scale, Option option) {
        if (!(scale instanceof Scale.Choice choice)) throw notOnScale(option);
        return ChoiceReading.value(choice, option.key());
    }

    private static double value(Scale scale, BigDecimal number) {
        return switch (scale) {
            case Scale.Likert likert -> likert.levels() == 1 ? 1 : (number.doubleValue() - 1) / (likert.levels() - 1);
            case Scale.Numeric numeric -> NumericValue.at(number, numeric.points());
            case Scale.Percent ignored -> number.doubleValue() / 100;
            case Scale.Truth ignored -> throw notOnScale(new Quantity(number));
            case Scale.Choice ignored -> throw notOnScale(new Quantity(number));
        };
    }

    private static AnswerValue truth(AnswerValue raw) {
        if (raw instanceof Truth) return raw;
        if (raw instanceof Option text) {
            var word = FoldedText.fold(text.key());
            if (YES.contains(word)) return AnswerValue.of(true);
            if (NO.contains(word)) return AnswerValue.of(false);
        }
        throw refusal(raw, "yes or no");
    }

    private static AnswerValue level(Scale.Likert scale, AnswerValue raw) {
        var wanted = "a whole number from 1 to " + scale.levels();
        var level = number(raw).or(() -> labelled(scale, raw));
        if (level.isPresent() && level.get().value().scale() > 0) throw refusal(raw, wanted);
        return within(BigDecimal.ONE, BigDecimal.valueOf(scale.levels()), level, raw, wanted);
    }

    private static Optional<Quantity> labelled(Scale.Likert scale, AnswerValue raw) {
        if (!(raw instanceof Option text)) return Optional.empty();
        var wanted = FoldedText.fold(text.key());
        for (var i = 0; i < scale.labels().size(); i++)
            for (var label : scale.labels().get(i).byLanguage().values())
                if (FoldedText.fold(label).equals(wanted)) return Optional.of(new Quantity(BigDecimal.valueOf(i + 1L)));
        return Optional.empty();
    }

    private static Optional<Quantity> percentage(AnswerValue raw) {
        if (!(raw instanceof Option text)) return number(raw);
        var words = FoldedText.fold(text.key());
        return NumberText.read(words.endsWith("%") ? words.substring(0, words.length() - 1) : words);
    }

    private static Optional<Quantity> number(AnswerValue raw) {
        return switch (raw) {
            case Quantity quantity -> Optional.of(quantity);
            case Option text -> NumberText.read(text.key());
            case Truth ignored -> Optional.empty();
        };
    }

    private static Quantity within(
            BigDecimal min, BigDecimal max, Optional<Quantity> number, AnswerValue raw, String wanted) {
        return number.filter(n -> n.value().compareTo(min) >= 0 && n.value().compareTo(max) <= 0)
                .orElseThrow(() -> refusal(raw, wanted));
    }

    private static InvalidValue notOnScale(AnswerValue accepted) {
        return new InvalidValue(said(accepted) + " is no answer on this question's scale");
    }

    private static InvalidValue refusal(AnswerValue raw, String wanted) {
        return new InvalidValue("this question takes " + wanted + ", not " + said(raw));
    }

    private static String said(AnswerValue raw) {
        return switch (raw) {
            case Truth truth -> truth.value() ? "yes (true)" : "no (false)";
            case Option text -> quoted(text.key());
            case Quantity number -> NumberText.plain(number.value());
        };
    }

    static String quoted(String text) {
        var end = text.offsetByCodePoints(0, Math.min(QUOTED_CHARACTERS, text.codePointCount(0, text.length())));
        return '"' + text.substring(0, end) + (end < text.length() ? "…" : "") + '"';
    }
}
