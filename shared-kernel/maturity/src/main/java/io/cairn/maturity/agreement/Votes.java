package io.cairn.maturity.agreement;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Response;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scale;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What several respondents say to one question, each answer as {@link Scale#accept accepted} by its scale. That the
 * question does not apply is no value: coefficients leave such votes out, as they leave out who said nothing.
 */
public record Votes(Question question, List<Answer> answers) {
    public Votes {
        answers = List.copyOf(answers);
    }

    public static Votes of(Question question, Collection<Answer> answers) {
        return new Votes(question, List.copyOf(answers));
    }

    /** The values that were given, those worth least first. */
    public List<AnswerValue> values() {
        return answers.stream()
                .flatMap(answer -> answer.response() instanceof Response.Given it ? List.of(it.value()).stream() : null)
                .sorted(Comparator.comparingDouble(question.scale()::value))
                .toList();
    }

    public int notApplicable() {
        return answers.size() - values().size();
    }

    /** What the values are worth, 0..1, least first. */
    double[] worth() {
        return values().stream().mapToDouble(question.scale()::value).toArray();
    }

    /**
     * What they propose together: n/a when more than half say so, else the median of the values; of two in the middle
     * the one worth less, so that it is always something which somebody said and at least half would grant.
     */
    public Optional<Response> median() {
        var values = values();
        if (2 * values.size() < answers.size())
            return answers.stream()
                    .map(Answer::response)
                    .filter(Response.NotApplicable.class::isInstance)
                    .findFirst();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Response.Given(values.get((values.size() - 1) / 2)));
    }

    /** r_wg of the values, in the steps of the scale. */
    public Coefficient within() {
        var values = values();
        return switch (question.scale()) {
            case Scale.Truth ignored -> WithinGroup.of(worth(), WithinGroup.ofOptions(2));
            case Scale.Choice it -> options(it);
            case Scale.Likert it -> WithinGroup.of(numbers(values), WithinGroup.ofOptions(it.levels()));
            case Scale.Numeric it ->
                WithinGroup.of(
                        numbers(values),
                        WithinGroup.ofRange(it.max().subtract(it.min()).doubleValue()));
            case Scale.Percent ignored -> WithinGroup.of(numbers(values), WithinGroup.ofRange(100));
        };
    }

    /** Options that are worth the same are one step. */
    private Coefficient options(Scale.Choice scale) {
        var steps = scale.options().stream()
                .map(Scale.Choice.Option::points)
                .distinct()
                .sorted()
                .toList();
        var votes = values().stream()
                .mapToDouble(value -> steps.indexOf(scale.options().stream()
                        .filter(option -> value instanceof AnswerValue.Option it
                                && option.key().equals(it.key()))
                        .findFirst()
                        .orElseThrow()
                        .points()))
                .toArray();
        return WithinGroup.of(votes, WithinGroup.ofOptions(steps.size()));
    }

    private static double[] numbers(List<AnswerValue> values) {
        return values.stream()
                .mapToDouble(value -> switch (value) {
                    case AnswerValue.Quantity it -> it.value().doubleValue();
                    case AnswerValue.Truth it -> throw new IllegalStateException("not a number: " + it);
                    case AnswerValue.Option it -> throw new IllegalStateException("not a number: " + it);
                })
                .toArray();
    }

    /** α (ordinal) of several questions: what differs between questions is expected, what differs within one is not. */
    public static Coefficient among(Collection<Votes> questions) {
        return KrippendorffAlpha.of(questions.stream().map(Votes::worth).toList(), Metric.ORDINAL);
    }
}
