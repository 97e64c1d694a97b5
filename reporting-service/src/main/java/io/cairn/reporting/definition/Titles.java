package io.cairn.reporting.definition;

import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import io.cairn.maturity.MaturityModel;
import io.cairn.reporting.wording.Language;
import io.cairn.reporting.wording.Wording;
import org.jspecify.annotations.Nullable;

/** What a version of a model calls things in one language, in English where it has no words in that; else their keys. */
public record Titles(MaturityModel model, Language language) {
    public String stage(StageRef stage) {
        if (stage.ordinal() == 0) return Wording.in(language).say("chart.below-first");
        for (var known : model.stages())
            if (known.ordinal() == stage.ordinal() && known.key().equals(stage.key()))
                return known.title().in(language.tag());
        return stage.key();
    }

    public String question(QuestionKey question) {
        return model.question(question).map(it -> it.text().in(language.tag())).orElse(question.value());
    }

    public String dimension(String dimension) {
        for (var known : model.dimensions())
            if (known.key().value().equals(dimension)) return known.title().in(language.tag());
        return dimension;
    }

    public String view(String view) {
        for (var known : model.views())
            if (known.key().equals(view)) return known.title().in(language.tag());
        return view;
    }

    /** The dimension in which a question stands; null when the model does not know it. */
    public @Nullable String dimensionOf(QuestionKey question) {
        return model.dimensions().stream()
                .filter(it -> it.questions().stream().anyMatch(one -> one.key().equals(question)))
                .map(it -> it.key())
                .map(DimensionKey::value)
                .findFirst()
                .orElse(null);
    }
}
