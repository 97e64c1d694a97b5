package io.cairn.maturity;

import io.cairn.language.AnswerValue;
import io.cairn.language.ModelVersion;
import io.cairn.language.QuestionKey;
import java.util.List;
import java.util.Map;

/**
 * What the author of a version says of an earlier one of the same model: which of its questions became which. A question
 * that is not named comes from the one that bore its key, if there was one.
 *
 * @param from the earlier version
 * @param questions by their keys in this version
 */
public record UpgradeRules(ModelVersion from, Map<QuestionKey, Origin> questions) {
    public UpgradeRules {
        questions = Map.copyOf(questions);
    }

    /**
     * Where the answers to a question come from.
     *
     * @param from keys in the earlier version; none when nothing carries over, though the key may be the same
     * @param values what an answer there says here, by its text there; then only those named carry over. Empty where
     *     the two scales tell by themselves. Between two scales of numbers they are points of a line
     */
    public record Origin(List<QuestionKey> from, Map<String, AnswerValue> values) {
        public Origin {
            from = List.copyOf(from);
            values = Map.copyOf(values);
        }
    }
}
