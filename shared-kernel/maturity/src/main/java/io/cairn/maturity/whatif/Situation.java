package io.cairn.maturity.whatif;

import io.cairn.language.AnswerValue;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.Worth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers there are and those that could take their place. N/a stays: it is a fact, not a shortcoming. An answer is
 * never made worse. One that a reviewer gave points for may be judged again, with other evidence or as a better one.
 */
final class Situation {
    private static final double NOISE = 1e-12;

    private final MaturityModel model;
    private final Map<QuestionKey, AgreedAnswer> answers;
    private final LocalDate asOf;
    private final Set<QuestionKey> fixed;
    private final Map<QuestionKey, Worth> worths = new HashMap<>();
    private final Map<QuestionKey, List<Steps.Step>> options = new HashMap<>();

    Situation(MaturityModel model, Map<QuestionKey, AgreedAnswer> answers, LocalDate asOf, Set<QuestionKey> fixed) {
        this.model = model;
        this.answers = answers;
        this.asOf = asOf;
        this.fixed = fixed;
    }

    MaturityModel model() {
        return model;
    }

    Worth worth(Question question) {
        return worths.computeIfAbsent(question.key(), key -> Scoring.worth(model, question, answers.get(key), asOf));
    }

    boolean isOverridden(Question question) {
        var answer = answers.get(question.key());
        return answer != null && answer.overriddenPoints() != null;
    }

    /** Answers that count more than the one there is, the least first; for no answer all. */
    List<Steps.Step> options(Question question) {
        return options.computeIfAbsent(question.key(), key -> fixed.contains(key) ? List.of() : better(question));
    }

    private List<Steps.Step> better(Question question) {
        var worth = worth(question);
        if (!worth.applies()) return List.of();
        var steps = Steps.of(question.scale());
        if (!worth.answered()) return steps;
        var better = new ArrayList<Steps.Step>();
        var said = said(question);
        var own = said == null ? 0 : question.scale().value(said);
        if (said != null && own > worth.counted() + NOISE) better.add(new Steps.Step(said, own));
        var now = Math.max(own, worth.counted());
        steps.stream().filter(step -> step.worth() > now + NOISE).forEach(better::add);
        return better;
    }

    /** What is answered, null when nothing or n/a. */
    @Nullable
    AnswerValue said(Question question) {
        var answer = answers.get(question.key());
        return answer != null && answer.answer().response() instanceof Response.Given it ? it.value() : null;
    }
}
