package io.cairn.assessment.assessment.answering;

import io.cairn.assessment.assessment.answering.AnswerBody.NotApplicable;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.language.QuestionKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers to several questions, as a client gives them. */
public record AnswersBody(List<Item> answers) {
    public AnswersBody {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) throw new InvalidValue("there is at least one answer");
    }

    public record Item(
            QuestionKey question,
            @Nullable AnswerValue value,
            @Nullable NotApplicable notApplicable,
            @Nullable FreeText rationale,
            List<Evidence> evidence,
            @Nullable Integer certainty,
            @Nullable FreeText reason) {
        public Item {
            AnswerBody.answer(value, notApplicable, rationale, evidence, certainty);
        }

        RecordAnswers.Entry entry() {
            return new AnswerBody(value, notApplicable, rationale, evidence, certainty, reason).entry(question);
        }
    }

    public List<RecordAnswers.Entry> entries() {
        return answers.stream().map(Item::entry).toList();
    }
}
