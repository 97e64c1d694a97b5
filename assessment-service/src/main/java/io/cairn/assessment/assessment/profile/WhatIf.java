package io.cairn.assessment.assessment.profile;

import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Answers that nobody gave, laid over those there are. They are held to their scales, but asked for no evidence. */
final class WhatIf {
    private WhatIf() {}

    static Map<QuestionKey, AgreedAnswer> answers(
            Map<QuestionKey, AgreedAnswer> given, List<RecordAnswers.Entry> supposed, MaturityModel model) {
        var answers = new HashMap<>(given);
        var seen = new HashSet<QuestionKey>();
        for (var index = 0; index < supposed.size(); index++) {
            var entry = supposed.get(index);
            try {
                if (!seen.add(entry.question())) throw new Rejected(new Rejection.SameQuestionTwice(entry.question()));
                var question = model.question(entry.question())
                        .orElseThrow(() -> new Rejected(new Rejection.UnknownQuestion(entry.question())));
                answers.put(entry.question(), AgreedAnswer.of(RecordAnswers.onScale(question, entry.answer())));
            } catch (Rejected refused) {
                throw new Rejected(new Rejection.InEntry("answers", index, refused.reason()));
            }
        }
        return answers;
    }
}
