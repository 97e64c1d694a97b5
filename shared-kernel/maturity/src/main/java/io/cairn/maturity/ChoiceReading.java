package io.cairn.maturity;

import io.cairn.language.AnswerValue;
import io.cairn.language.AnswerValue.Option;
import io.cairn.language.InvalidValue;
import io.cairn.maturity.Scale.Choice;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the option that an answer names, by its key or by its label in any language. */
final class ChoiceReading {
    private static final int NAMED_OPTIONS = 12;

    private ChoiceReading() {}

    /** The narrower readings come first, so that a key always wins over another option's label. */
    static AnswerValue accept(Choice scale, AnswerValue raw) {
        return switch (raw) {
            case Option text -> accept(scale, text.key());
            case AnswerValue.Truth truth -> byKeyOnly(scale, Boolean.toString(truth.value()));
            case AnswerValue.Quantity number -> byKeyOnly(scale, NumberText.plain(number.value()));
        };
    }

    static double value(Choice scale, String key) {
        if (scale.maxPoints() <= 0) return 0;
        for (var option : scale.options()) if (option.key().equals(key)) return option.points() / scale.maxPoints();
        throw refusal(scale, key);
    }

    private static AnswerValue accept(Choice scale, String text) {
        for (var option : scale.options()) if (option.key().equals(text)) return new Option(option.key());
        for (UnaryOperator<String> reading : List.<UnaryOperator<String>>of(FoldedText::fold, FoldedText::squeeze)) {
            var wanted = reading.apply(text);
            var keys = scale.options().stream()
                    .filter(option -> reading.apply(option.key()).equals(wanted))
                    .toList();
            if (!keys.isEmpty()) return only(keys, text);
            var labels = scale.options().stream()
                    .filter(option -> labels(option)
                            .anyMatch(label -> reading.apply(label).equals(wanted)))
                    .toList();
            if (!labels.isEmpty()) return only(labels, text);
        }
        throw refusal(scale, text);
    }

    private static AnswerValue byKeyOnly(Choice scale, String spelled) {
        for (var option : scale.options()) if (option.key().equals(spelled)) return new Option(option.key());
        throw refusal(scale, spelled);
    }

    private static AnswerValue only(List<Choice.Option> found, String text) {
        if (found.size() == 1) return new Option(found.getFirst().key());
        var keys = found.stream().map(Choice.Option::key).collect(Collectors.joining(", "));
        throw new InvalidValue(
                ScaleReading.quoted(text) + " could be several of the options; name one by its key: " + keys);
    }

    private static Stream<String> labels(Choice.Option option) {
        return option.label().byLanguage().values().stream();
    }

    private static InvalidValue refusal(Choice scale, String text) {
        var some = scale.options().stream()
                .limit(NAMED_OPTIONS)
                .map(option -> ScaleReading.quoted(option.label().in("en")))
                .collect(Collectors.joining(", "));
        var more = scale.options().size() - NAMED_OPTIONS;
        return new InvalidValue(ScaleReading.quoted(text) + " is not one of the options: " + some
                + (more > 0 ? " and " + more + " more" : ""));
    }
}
