package io.cairn.assessment.workbook;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Dimension;
import io.cairn.maturity.MaturityModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one person is asked in an assessment, and has said so far.
 *
 * @param version of the assessment, by which a filled-in workbook is told from what others changed meanwhile
 */
record Questionnaire(
        UUID id, long version, AssessmentState.Known assessment, ActorId person, MaturityModel model, Instant at) {

    /** Those the person was asked about; all, where nobody in particular was or somebody else. */
    List<Dimension> dimensions() {
        var panel = assessment.panel();
        var asked = model.dimensions().stream()
                .filter(it -> panel.isAssigned(person, it.key()))
                .toList();
        return asked.isEmpty() ? model.dimensions() : asked;
    }

    /** The person's own answer, or the one shared by all. */
    Optional<Answer> answer(QuestionKey question) {
        return answer(question, assessment, person);
    }

    static Optional<Answer> answer(QuestionKey question, AssessmentState.Known assessment, ActorId person) {
        return assessment.panel().shared()
                ? assessment.answer(question).map(AgreedAnswer::answer)
                : assessment.panel().vote(question, person);
    }
}
