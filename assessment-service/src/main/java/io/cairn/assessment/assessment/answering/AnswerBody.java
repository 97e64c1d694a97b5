package io.cairn.assessment.assessment.answering;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as a client gives it: a value or n/a. It checks itself, so that what is wrong is found where it stands. */
public record AnswerBody(
        @Nullable AnswerValue value,
        @Nullable NotApplicable notApplicable,
        @Nullable FreeText rationale,
        List<Evidence> evidence,
        @Nullable Integer certainty,
        @Nullable FreeText reason) {
    public AnswerBody {
        answer(value, notApplicable, rationale, evidence, certainty);
    }

    public record NotApplicable(FreeText reason) {}

    public RecordAnswers.Entry entry(QuestionKey question) {
        return new RecordAnswers.Entry(
                question, answer(value, notApplicable, rationale, evidence, certainty), reason, null);
    }

    static Answer answer(
            @Nullable AnswerValue value,
            @Nullable NotApplicable notApplicable,
            @Nullable FreeText rationale,
            List<Evidence> evidence,
            @Nullable Integer certainty) {
        return new Answer(response(value, notApplicable), rationale, evidence, certainty);
    }

    private static Response response(@Nullable AnswerValue value, @Nullable NotApplicable notApplicable) {
        if (value != null && notApplicable == null) return new Response.Given(value);
        if (value == null && notApplicable != null) return new Response.NotApplicable(notApplicable.reason());
        throw new InvalidValue("an answer has either a value or notApplicable");
    }
}
