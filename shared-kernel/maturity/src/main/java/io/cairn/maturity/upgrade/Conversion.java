package io.cairn.maturity.upgrade;

import io.cairn.language.AnswerValue;
import io.cairn.language.InvalidValue;
import io.cairn.maturity.Scale;
import io.cairn.maturity.UpgradeRules.Origin;
import java.util.List;
import java.util.Optional;

/** What an answer on one scale says on another, and what it may have said on the one before. */
interface Conversion {
    /** Empty when it says nothing there. */
    Optional<AnswerValue> forward(AnswerValue before);

    /** Every answer that may have said it; none when it could not be said. */
    List<AnswerValue> back(AnswerValue now);

    /** What the author says, else what the scales tell. */
    static Conversion of(Scale from, Scale to, Origin origin) {
        if (origin.values().isEmpty()) return new Unchanged(from, to);
        return from.isNumber() && to.isNumber()
                ? Line.through(from, to, origin.values())
                : Table.of(from, to, origin.values());
    }

    default Conversion then(Conversion next) {
        var first = this;
        return new Conversion() {
            @Override
            public Optional<AnswerValue> forward(AnswerValue before) {
                return first.forward(before).flatMap(next::forward);
            }

            @Override
            public List<AnswerValue> back(AnswerValue now) {
                return next.back(now).stream()
                        .flatMap(between -> first.back(between).stream())
                        .distinct()
                        .toList();
            }
        };
    }

    /** The answer as the scale keeps it; empty when the scale cannot hold it. */
    static Optional<AnswerValue> accepted(Scale scale, AnswerValue value) {
        try {
            return Optional.of(scale.accept(value));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
