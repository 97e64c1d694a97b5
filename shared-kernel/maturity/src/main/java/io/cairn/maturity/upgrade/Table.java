package io.cairn.maturity.upgrade;

import io.cairn.language.AnswerValue;
import io.cairn.maturity.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answer by answer, as the author says. What is not named says nothing on the other scale; on the way back it is taken
 * as it is where both scales mean the same by it: “yes” only becoming “yes” does not make a “no” unheard of.
 */
record Table(Map<AnswerValue, AnswerValue> values, Unchanged otherwise) implements Conversion {
    static Table of(Scale from, Scale to, Map<String, AnswerValue> said) {
        var values = new LinkedHashMap<AnswerValue, AnswerValue>();
        said.forEach((before, now) -> Conversion.accepted(from, AnswerValue.of(before))
                .ifPresent(it -> Conversion.accepted(to, now).ifPresent(other -> values.put(it, other))));
        return new Table(values, new Unchanged(from, to));
    }

    @Override
    public Optional<AnswerValue> forward(AnswerValue before) {
        return Optional.ofNullable(values.get(before));
    }

    @Override
    public List<AnswerValue> back(AnswerValue now) {
        var before = new ArrayList<AnswerValue>();
        values.forEach((key, value) -> {
            if (value.equals(now)) before.add(key);
        });
        return before.isEmpty() ? otherwise.back(now) : before;
    }
}
