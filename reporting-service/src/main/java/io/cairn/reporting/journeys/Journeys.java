package io.cairn.reporting.journeys;

import io.cairn.language.ModelVersion;
import io.cairn.language.StageRef;
import io.cairn.maturity.movement.Journey;
import io.cairn.maturity.movement.Window;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.known.ModelFacts;
import io.cairn.reporting.wording.Language;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The journeys of a {@link Scope}, by unit, with the names of all stages in them.
 *
 * @param stages of the latest version of the model that was used, else of the model, and any other a unit was at; in
 *     order, the first may be {@code none}
 * @param versions of the model that stages were found with, in order; where there are several, a change may be the
 *     model's
 */
public record Journeys(List<Journey> all, List<NamedStage> stages, List<String> versions) {
    public Journeys {
        all = List.copyOf(all);
        stages = List.copyOf(stages);
        versions = List.copyOf(versions);
    }

    record Used(StageRef stage, ModelVersion version) {}

    static Journeys of(KnownModel model, List<Journey> all, List<Used> used) {
        var versions = new TreeSet<ModelVersion>();
        for (var one : used) versions.add(one.version());
        var label = versions.isEmpty() ? model.versions().lastKey() : versions.last();
        return new Journeys(
                all,
                List.copyOf(stages(model, label, used).values()),
                versions.stream().map(ModelVersion::toString).toList());
    }

    private static NavigableMap<Integer, NamedStage> stages(KnownModel model, ModelVersion label, List<Used> used) {
        var stages = new TreeMap<Integer, NamedStage>();
        var facts = model.versions().get(label);
        if (facts != null) {
            if (facts.mayBeBelowFirst()) stages.put(0, named(ModelFacts.Stage.none(Language.spoken())));
            for (var stage : facts.stages()) stages.put(stage.ordinal(), named(stage));
        }
        for (var one : used)
            stages.computeIfAbsent(one.stage().ordinal(), ordinal -> model.titled(one.stage(), one.version()));
        return stages;
    }

    private static NamedStage named(ModelFacts.Stage stage) {
        return new NamedStage(stage.ordinal(), stage.key(), stage.title());
    }

    /**
     * What is asked about, as far as anything was seen. Of those who stay nothing is known after that; who leaves then,
     * be it on a day to come, would be alone at risk and end the curve of all.
     */
    public Window window(Scope scope) {
        var asked = scope.window();
        var from = asked.from();
        var seen = all.stream().mapToInt(it -> it.last().month()).max().orElse(asked.to());
        return new Window(from, Math.min(asked.to(), from == null ? seen : Math.max(seen, from + 1)));
    }

    public List<Integer> ordinals() {
        return stages.stream().map(NamedStage::ordinal).toList();
    }

    public NamedStage stage(int ordinal) {
        return Objects.requireNonNull(stages.stream()
                .filter(it -> it.ordinal() == ordinal)
                .findFirst()
                .orElse(null));
    }

    /** The ordinal of the stage that a query parameter names by its key. */
    public int ordinal(String parameter, String key) {
        for (var stage : stages) if (stage.key().equals(key)) return stage.ordinal();
        var keys = stages.stream().map(NamedStage::key).collect(Collectors.joining(", "));
        throw Problem.badParameter(parameter, "the stages are " + keys).exception();
    }

    /** Years between one time a unit was seen and the next, at most: how late a change may be counted. */
    public double longestGap() {
        var longest = 0;
        for (var journey : all)
            for (var i = 1; i < journey.seen().size(); i++)
                longest = Math.max(
                        longest,
                        journey.seen().get(i).month()
                                - journey.seen().get(i - 1).month());
        return longest / 12.0;
    }
}
