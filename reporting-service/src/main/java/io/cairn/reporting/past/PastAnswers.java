package io.cairn.reporting.past;

import io.cairn.language.Answer;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was answered to an assessment, as it was known.
 *
 * @param counted by question
 * @param unsettled questions on which votes differed; none of them counted
 * @param unconfirmed carried over from an earlier period and not confirmed yet; none of them counted
 */
public record PastAnswers(
        Map<QuestionKey, PastAnswer> counted, List<QuestionKey> unsettled, Map<QuestionKey, Answer> unconfirmed) {
    public static final PastAnswers NONE = new PastAnswers(Map.of(), List.of(), Map.of());

    public PastAnswers {
        counted = Map.copyOf(counted);
        unsettled = List.copyOf(unsettled);
        unconfirmed = Map.copyOf(unconfirmed);
    }

    public Map<QuestionKey, AgreedAnswer> agreed() {
        var agreed = new HashMap<QuestionKey, AgreedAnswer>();
        counted.forEach((question, answer) -> agreed.put(question, answer.answer()));
        return agreed;
    }
}
