package io.cairn.assessment.assessment.finalization;

import io.cairn.language.Comparison;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.upgrade.Results;
import java.time.LocalDate;
import java.util.Map;

/** The new answers under the version of before, between the result before and the one now. */
final class Comparing {
    private Comparing() {}

    static Comparison with(
            Previous previous, Map<QuestionKey, AgreedAnswer> answers, Profile profile, LocalDate lastDay) {
        var upgrade = previous.upgrade();
        var rescored = upgrade.rescored(answers, previous.answers(), lastDay);
        return new Comparison(
                previous.model(),
                previous.assessment(),
                previous.version(),
                previous.period(),
                Results.of(upgrade.from(), previous.profile()),
                Results.of(upgrade.from(), rescored.profile()),
                Results.of(upgrade.to(), profile),
                rescored.coverage());
    }
}
