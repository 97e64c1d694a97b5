package io.cairn.maturity.whatif;

import io.cairn.language.AnswerValue;
import io.cairn.maturity.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The answers of a scale that are worth proposing, the worst first, each worth more than the one before: all of them,
 * or of a continuous scale hundredths of its range and where its line bends.
 */
final class Steps {
    private static final int OF_A_RANGE = 100;

    private Steps() {}

    /** @param worth 0..1 */
    record Step(AnswerValue answer, double worth) {}

    static List<Step> of(Scale scale) {
        var steps = new ArrayList<Step>();
        answers(scale)
                .map(answer -> new Step(answer, scale.value(answer)))
                .sorted(Comparator.comparingDouble(Step::worth))
                .filter(step ->
                        steps.isEmpty() || step.worth() > steps.getLast().worth())
                .forEachOrdered(steps::add);
        return steps;
    }

    private static Stream<AnswerValue> answers(Scale scale) {
        return switch (scale) {
            case Scale.Truth ignored -> Stream.of(AnswerValue.of(false), AnswerValue.of(true));
            case Scale.Choice choice -> choice.options().stream().map(option -> AnswerValue.of(option.key()));
            case Scale.Likert likert ->
                IntStream.rangeClosed(1, likert.levels()).mapToObj(AnswerValue::of);
            case Scale.Percent ignored -> IntStream.rangeClosed(0, OF_A_RANGE).mapToObj(AnswerValue::of);
            case Scale.Numeric numeric -> numbers(numeric);
        };
    }

    /** From the end where it is worst, so that of a level stretch the number nearest to it is the one. */
    private static Stream<AnswerValue> numbers(Scale.Numeric scale) {
        var step = scale.max().subtract(scale.min()).movePointLeft(2);
        var numbers = new TreeSet<BigDecimal>();
        for (var i = 0; i <= OF_A_RANGE; i++) numbers.add(scale.min().add(step.multiply(BigDecimal.valueOf(i))));
        scale.points().forEach(point -> numbers.add(point.x()));
        var falls = scale.points().getFirst().value() > scale.points().getLast().value();
        return (falls ? numbers.descendingSet() : numbers).stream().map(AnswerValue.Quantity::new);
    }
}
