package io.cairn.assessment.assessment.opening;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.LastFinalized;
import io.cairn.assessment.assessment.Upgrades;
import io.cairn.assessment.assessment.opening.OpenAssessment.CarryOver;
import io.cairn.language.Answer;
import io.cairn.language.CarriedAnswer;
import io.cairn.language.QuestionKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was agreed on a unit last. */
@Component
final class LastAgreed {
    private final LastFinalized last;
    private final Upgrades upgrades;

    LastAgreed(LastFinalized last, Upgrades upgrades) {
        this.last = last;
        this.upgrades = upgrades;
    }

    /** Under another version of the model it is what the answers say there. */
    Optional<CarryOver> before(OpenAssessment opening) {
        return last.before(opening.tenant(), opening.unit(), opening.model().key(), opening.period())
                .map(found -> carried(found.state(), opening));
    }

    /** A reviewer's points were about the answers then, and are not carried over. */
    private CarryOver carried(AssessmentState.Known assessment, OpenAssessment opening) {
        var answers = answers(assessment, opening).entrySet().stream()
                .map(it -> new CarriedAnswer(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing(it -> it.question().value()))
                .toList();
        return new CarryOver(assessment.period(), assessment.model().version(), answers);
    }

    private Map<QuestionKey, Answer> answers(AssessmentState.Known assessment, OpenAssessment opening) {
        if (!assessment.model().equals(opening.model()))
            return upgrades.between(opening.tenant(), assessment.model(), opening.model())
                    .carriedAnswers(assessment.answers());
        var same = new HashMap<QuestionKey, Answer>();
        assessment.answers().forEach((question, agreed) -> same.put(question, agreed.answer()));
        return same;
    }
}
