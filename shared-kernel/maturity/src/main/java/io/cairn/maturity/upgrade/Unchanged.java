package io.cairn.maturity.upgrade;

import io.cairn.language.AnswerValue;
import io.cairn.maturity.Scale;
import io.cairn.maturity.Scale.Choice;
import java.util.List;
import java.util.Optional;

/**
 * The answer stays as it is where the other scale means the same by it: an option that is still there; a level of as
 * many; a number between the same ends, for 5 of 10 is not 5 of 100. What it is worth may differ.
 */
record Unchanged(Scale from, Scale to) implements Conversion {
    @Override
    public Optional<AnswerValue> forward(AnswerValue before) {
        return meansTheSameOn(to, before) ? Optional.of(before) : Optional.empty();
    }

    @Override
    public List<AnswerValue> back(AnswerValue now) {
        return meansTheSameOn(from, now) ? List.of(now) : List.of();
    }

    private boolean meansTheSameOn(Scale scale, AnswerValue value) {
        if (!(from instanceof Choice && to instanceof Choice)) return takeTheSame(from, to);
        return scale instanceof Choice choice
                && value instanceof AnswerValue.Option option
                && choice.options().stream().anyMatch(it -> it.key().equals(option.key()));
    }

    private static boolean takeTheSame(Scale one, Scale other) {
        return switch (one) {
            case Scale.Truth ignored -> other instanceof Scale.Truth;
            case Scale.Percent ignored -> other instanceof Scale.Percent;
            case Scale.Likert it -> other instanceof Scale.Likert likert && it.levels() == likert.levels();
            case Scale.Numeric it ->
                other instanceof Scale.Numeric numeric
                        && it.min().compareTo(numeric.min()) == 0
                        && it.max().compareTo(numeric.max()) == 0;
            case Choice ignored -> false;
        };
    }
}
