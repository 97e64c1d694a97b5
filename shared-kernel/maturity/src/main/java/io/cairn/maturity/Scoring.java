package io.cairn.maturity;

import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import java.time.LocalDate;
import java.util.Map;

/** From answers to a profile. */
public final class Scoring {
    private Scoring() {}

    /**
     * The profile of a set of answers under a model.
     *
     * @param answers as {@link Scale#accept accepted} by their questions; a question without one is unanswered
     * @param asOf the day on which evidence counts as fresh or expired, as a rule the period's last
     */
    public static Profile profile(MaturityModel model, Map<QuestionKey, AgreedAnswer> answers, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    /** The points an answer gives: its value times the question's weight, or what a reviewer gave instead. */
    public static double points(Question question, AgreedAnswer answer) {
        throw new UnsupportedOperationException();
    }
}
