package io.cairn.reporting.known;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.ModelVersion;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.ModelFile;
import java.util.List;

/**
 * What reports say about one version of a model; titles are in English.
 *
 * @param stages in order, the first has ordinal 1
 * @param mayBeBelowFirst whether a unit can be found below the first stage
 */
public record ModelFacts(
        ModelVersion version, String title, List<Stage> stages, List<Dimension> dimensions, boolean mayBeBelowFirst) {
    private static final String LANGUAGE = "en";

    public record Stage(int ordinal, String key, String title) {
        public static final Stage NONE = new Stage(0, "none", "Below the first stage");
    }

    public record Dimension(String key, String title) {}

    public ModelFacts {
        stages = List.copyOf(stages);
        dimensions = List.copyOf(dimensions);
    }

    static ModelFacts of(ModelVersionPublished event) {
        return of(ModelFile.read(event.definition()).model());
    }

    static ModelFacts of(MaturityModel model) {
        return new ModelFacts(
                model.ref().version(),
                model.title().in(LANGUAGE),
                model.stages().stream()
                        .map(stage -> new Stage(
                                stage.ordinal(), stage.key(), stage.title().in(LANGUAGE)))
                        .toList(),
                model.dimensions().stream()
                        .map(dimension -> new Dimension(
                                dimension.key().value(), dimension.title().in(LANGUAGE)))
                        .toList(),
                model.mayBeBelowFirstStage());
    }

    String stagesJson() {
        return CairnJson.mapper().writeValueAsString(stages);
    }

    String dimensionsJson() {
        return CairnJson.mapper().writeValueAsString(dimensions);
    }
}
