package io.cairn.reporting.movement;

import io.cairn.language.ModelVersion;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.known.ModelFacts;
import io.cairn.reporting.movement.Cell.Place;
import io.cairn.reporting.wording.Language;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The stages of rows and columns: those of the latest version used in the second period, else in the first, else of
 * the model. A stage that only another version has, and that a unit was at, keeps its own name.
 */
record StageLabels(ModelVersion version, List<NamedStage> stages) {
    StageLabels(KnownModel model, List<Place> from, List<Place> to) {
        var version = latest(to.isEmpty() ? from : to, model);
        this(
                version,
                stages(model, version, Stream.concat(from.stream(), to.stream()).toList()));
    }

    private static ModelVersion latest(List<Place> places, KnownModel model) {
        return places.stream()
                .map(Place::version)
                .max(ModelVersion::compareTo)
                .orElseGet(() -> model.versions().lastKey());
    }

    private static List<NamedStage> stages(KnownModel model, ModelVersion version, List<Place> places) {
        var stages = new TreeMap<Integer, NamedStage>();
        var label = model.versions().get(version);
        if (label != null) {
            if (label.mayBeBelowFirst()) stages.put(0, named(ModelFacts.Stage.none(Language.spoken())));
            for (var stage : label.stages()) stages.put(stage.ordinal(), named(stage));
        }
        for (var place : places)
            stages.computeIfAbsent(place.stage().ordinal(), ordinal -> model.titled(place.stage(), place.version()));
        return List.copyOf(stages.values());
    }

    private static NamedStage named(ModelFacts.Stage stage) {
        return new NamedStage(stage.ordinal(), stage.key(), stage.title());
    }
}
