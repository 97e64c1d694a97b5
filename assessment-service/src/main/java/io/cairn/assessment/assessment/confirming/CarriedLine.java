package io.cairn.assessment.assessment.confirming;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.Answer;
import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;

/** An answer carried over that waits to be confirmed, as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CarriedLine(QuestionKey question, DimensionKey dimension, Answer answer) {
    static CarriedLine of(DimensionKey dimension, QuestionKey question, Answer answer) {
        return new CarriedLine(question, dimension, answer);
    }
}
