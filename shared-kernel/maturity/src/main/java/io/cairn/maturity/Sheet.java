package io.cairn.maturity;

import io.cairn.language.QuestionKey;
import java.util.List;
import java.util.Map;

/** One dimension with its answers, in the order of the model and not of the answers. */
record Sheet(Dimension dimension, List<Judged> questions, Tally tally) {
    static List<Sheet> of(MaturityModel model, Map<QuestionKey, AgreedAnswer> answers) {
        return model.dimensions().stream().map(d -> of(d, answers)).toList();
    }

    private static Sheet of(Dimension dimension, Map<QuestionKey, AgreedAnswer> answers) {
        var questions = dimension.questions().stream()
                .map(question -> Judged.of(question, answers.get(question.key())))
                .toList();
        return new Sheet(dimension, questions, Tally.of(questions));
    }

    String title() {
        return dimension.title().in("en");
    }

    double weight() {
        return dimension.weight();
    }
}
