package io.cairn.reporting.summary;

import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import io.cairn.maturity.Dimension;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scale;
import io.cairn.reporting.milestone.Milestone;
import io.cairn.reporting.summary.Summary.Named;
import io.cairn.reporting.summary.Summary.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sentences in one language, one after the other. */
final class Telling {
    private final String language;
    private final List<Sentence> sentences = new ArrayList<>();

    Telling(String language) {
        this.language = language;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** @param figures names and values in turns; what is null is left out */
    void say(String key, @Nullable Object... figures) {
        var all = new LinkedHashMap<String, Object>();
        for (var i = 0; i < figures.length; i += 2) {
            var value = figures[i + 1];
            if (value != null) all.put(String.valueOf(figures[i]), value);
        }
        sentences.add(new Sentence(key, Phrases.said(language, key, all), all));
    }

    void target(Milestone target, MaturityModel model) {
        var key = "target." + target.status().name().toLowerCase(Locale.ROOT);
        var figures = new LinkedHashMap<String, Object>();
        figures.put(
                "stage",
                stage(
                        model,
                        new StageRef(target.stage().ordinal(), target.stage().key()),
                        target.stage().title()));
        figures.put("period", target.period().toString());
        if (target.reachedIn() != null) figures.put("in", target.reachedIn().toString());
        var text = Phrases.said(language, key, figures);
        var dimension = target.dimension();
        if (dimension != null) {
            figures.put("dimension", dimension(model, new DimensionKey(dimension)));
            text = Phrases.said(
                    language, "target.dimension", Map.of("dimension", figures.get("dimension"), "told", text));
        }
        sentences.add(new Sentence(key, text, figures));
    }

    Named title(MaturityModel model) {
        return new Named(model.ref().key().value(), model.title().in(language));
    }

    Named stage(MaturityModel model, StageRef stage) {
        return stage(model, stage, stage.key());
    }

    /** @param otherwise its title where the version of the model has another stage in its place */
    private Named stage(MaturityModel model, StageRef stage, String otherwise) {
        for (var known : model.stages())
            if (known.ordinal() == stage.ordinal() && known.key().equals(stage.key()))
                return new Named(known.key(), known.title().in(language));
        return new Named(stage.key(), otherwise);
    }

    Named question(MaturityModel model, QuestionKey question) {
        return new Named(
                question.value(),
                model.question(question).map(it -> it.text().in(language)).orElse(question.value()));
    }

    Named option(Scale.Choice.Option option) {
        return new Named(option.key(), option.label().in(language));
    }

    Named dimension(MaturityModel model, DimensionKey dimension) {
        return new Named(
                dimension.value(),
                model.dimensions().stream()
                        .filter(it -> it.key().equals(dimension))
                        .map(Dimension::title)
                        .map(it -> it.in(language))
                        .findFirst()
                        .orElse(dimension.value()));
    }
}
