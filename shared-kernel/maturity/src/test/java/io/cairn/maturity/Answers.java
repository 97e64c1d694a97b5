package io.cairn.maturity;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers as short as a test needs them, read by their questions' scales as a client's would be. */
final class Answers {
    static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    private final MaturityModel model;
    private final Map<QuestionKey, AgreedAnswer> answers = new LinkedHashMap<>();

    private Answers(MaturityModel model) {
        this.model = model;
    }

    static Answers to(ModelBuilder model) {
        return to(model.build());
    }

    static Answers to(MaturityModel model) {
        return new Answers(model);
    }

    Answers say(String question, double number) {
        return say(question, AnswerValue.of(number));
    }

    Answers say(String question, boolean truth) {
        return say(question, AnswerValue.of(truth));
    }

    Answers say(String question, String text) {
        return say(question, AnswerValue.of(text));
    }

    Answers say(String question, AnswerValue value) {
        var scale = model.question(new QuestionKey(question)).orElseThrow().scale();
        return answer(question, Answer.of(scale.accept(value)));
    }

    Answers all(double number) {
        model.questions().keySet().forEach(key -> say(key.value(), number));
        return this;
    }

    Answers notApplicable(String... questions) {
        for (var question : questions) answer(question, Answer.notApplicable("does not apply"));
        return this;
    }

    Answers answer(String question, Answer answer) {
        answers.put(new QuestionKey(question), AgreedAnswer.of(answer));
        return this;
    }

    Answers overridden(String question, String points) {
        answers.computeIfPresent(
                new QuestionKey(question), (key, agreed) -> new AgreedAnswer(agreed.answer(), new BigDecimal(points)));
        return this;
    }

    MaturityModel model() {
        return model;
    }

    Map<QuestionKey, AgreedAnswer> asMap() {
        return answers;
    }

    Profile profile() {
        return Scoring.profile(model, answers, DAY);
    }
}
