package io.cairn.maturity.backslide;

import io.cairn.language.Comparison.Result;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.upgrade.Results;
import java.time.LocalDate;
import java.util.Map;

/**
 * One assessment.
 *
 * @param answers those that count
 * @param day on which evidence counts as fresh or expired
 */
public record Side(MaturityModel model, Map<QuestionKey, AgreedAnswer> answers, LocalDate day) {
    public Side {
        answers = Map.copyOf(answers);
    }

    Side with(Map<QuestionKey, AgreedAnswer> others) {
        return new Side(model, others, day);
    }

    Side on(LocalDate other) {
        return new Side(model, answers, other);
    }

    Result result() {
        return Results.of(model, Scoring.profile(model, answers, day));
    }
}
