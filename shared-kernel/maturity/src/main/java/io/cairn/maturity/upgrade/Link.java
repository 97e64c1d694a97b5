package io.cairn.maturity.upgrade;

import io.cairn.language.AnswerValue;
import io.cairn.maturity.Question;
import io.cairn.maturity.UpgradeRules.Origin;
import java.util.List;
import java.util.Map;

/**
 * A question of one version and one that comes from it.
 *
 * @param said whether the author says what becomes of its answers
 */
record Link(Question from, Question to, boolean said, Conversion conversion) {
    static Link of(Question from, Question to, Origin origin) {
        return new Link(from, to, !origin.values().isEmpty(), Conversion.of(from.scale(), to.scale(), origin));
    }

    /** Over the version between. Where no author says anything, only the ends count. */
    Link then(Link next) {
        if (!said && !next.said) return of(from, next.to, new Origin(List.of(), Map.of()));
        return new Link(from, next.to, true, conversion.then(next.conversion));
    }

    boolean isSame() {
        return !said && Wordings.worthTheSame(from.scale(), to.scale());
    }

    double worth(AnswerValue before) {
        return from.scale().value(before);
    }
}
