package io.cairn.reporting.known;

import io.cairn.language.ModelVersion;
import io.cairn.maturity.MaturityModel;
import io.cairn.reporting.wording.Language;
import io.cairn.reporting.wording.Wording;
import java.util.List;

/**
 * What reports say about one version of a model; titles are in one language.
 *
 * @param stages in order, the first has ordinal 1
 * @param mayBeBelowFirst whether a unit can be found below the first stage
 */
public record ModelFacts(
        ModelVersion version, String title, List<Stage> stages, List<Dimension> dimensions, boolean mayBeBelowFirst) {

    public record Stage(int ordinal, String key, String title) {
        public static final Stage NONE = none(Language.EN);

        public static Stage none(Language language) {
            return new Stage(0, "none", Wording.in(language).say("chart.below-first"));
        }
    }

    public record Dimension(String key, String title) {}

    public ModelFacts {
        stages = List.copyOf(stages);
        dimensions = List.copyOf(dimensions);
    }

    static ModelFacts of(MaturityModel model, Language language) {
        var tag = language.tag();
        return new ModelFacts(
                model.ref().version(),
                model.title().in(tag),
                model.stages().stream()
                        .map(stage -> new Stage(
                                stage.ordinal(), stage.key(), stage.title().in(tag)))
                        .toList(),
                model.dimensions().stream()
                        .map(dimension -> new Dimension(
                                dimension.key().value(), dimension.title().in(tag)))
                        .toList(),
                model.mayBeBelowFirstStage());
    }

    Titles titles() {
        return new Titles(title, stages, dimensions);
    }

    /** What of it is words. */
    record Titles(String title, List<Stage> stages, List<Dimension> dimensions) {}
}
