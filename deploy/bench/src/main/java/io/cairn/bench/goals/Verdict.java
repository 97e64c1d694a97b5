package io.cairn.bench.goals;

import io.cairn.bench.measure.Figure;
import io.cairn.bench.measure.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a goal. The ratio is taken within each round, whose figures were measured next to each other, and the
 * median of these decides.
 *
 * @param to the figure it was compared with
 */
public record Verdict(Goal goal, String to, Spread ratio, boolean met) {
    /** Of those goals whose figures were taken. */
    public static List<Verdict> of(List<Goal> goals, Map<String, Figure> figures) {
        return goals.stream().flatMap(goal -> of(goal, figures).stream()).toList();
    }

    private static Optional<Verdict> of(Goal goal, Map<String, Figure> figures) {
        var needed = Stream.concat(Stream.of(goal.of()), goal.to().stream()).toList();
        if (needed.stream().noneMatch(figures::containsKey)) return Optional.empty();
        var to = goal.to().stream()
                .max(Comparator.comparingDouble(
                        name -> figure(goal, name, figures).spread().median()))
                .orElseThrow();
        var ratio = Spread.of(ratios(figure(goal, goal.of(), figures), figure(goal, to, figures)));
        return Optional.of(new Verdict(goal, to, ratio, goal.isMetBy(ratio.median())));
    }

    private static Figure figure(Goal goal, String name, Map<String, Figure> figures) {
        var figure = figures.get(name);
        if (figure == null) throw new IllegalStateException("goal " + goal.name() + " has no figure " + name);
        return figure;
    }

    private static List<Double> ratios(Figure of, Figure to) {
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < of.rounds().size(); round++)
            ratios.add(of.rounds().get(round) / to.rounds().get(round));
        return ratios;
    }
}
