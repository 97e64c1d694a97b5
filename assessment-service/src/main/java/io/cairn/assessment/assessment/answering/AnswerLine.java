package io.cairn.assessment.assessment.answering;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.assessment.assessment.answering.AnswerBody.NotApplicable;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scoring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the API shows it.
 *
 * @param points 0 to the question's weight; none when n/a
 * @param overridden whether a reviewer gave the points
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerLine(
        QuestionKey question,
        @Nullable AnswerValue value,
        @Nullable NotApplicable notApplicable,
        @Nullable FreeText rationale,
        List<Evidence> evidence,
        @Nullable Integer certainty,
        @Nullable Double points,
        boolean overridden,
        @Nullable Long version) {

    public static AnswerLine of(Question question, AgreedAnswer agreed, @Nullable Long version) {
        var answer = agreed.answer();
        var given = answer.response() instanceof Response.Given it ? it.value() : null;
        var spared = answer.response() instanceof Response.NotApplicable it ? new NotApplicable(it.reason()) : null;
        return new AnswerLine(
                question.key(),
                given,
                spared,
                answer.rationale(),
                answer.evidence(),
                answer.certainty(),
                given == null ? null : Scoring.points(question, agreed),
                agreed.overriddenPoints() != null,
                version);
    }
}
