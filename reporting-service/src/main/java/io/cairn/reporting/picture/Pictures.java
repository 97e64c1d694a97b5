package io.cairn.reporting.picture;

import io.cairn.language.Period;
import io.cairn.reporting.chart.DimensionChart;
import io.cairn.reporting.chart.Drawing;
import io.cairn.reporting.chart.HeatMap;
import io.cairn.reporting.chart.JourneyChart;
import io.cairn.reporting.chart.Sankey;
import io.cairn.reporting.chart.Scale;
import io.cairn.reporting.chart.Stage;
import io.cairn.reporting.chart.StageBars;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.ModelFacts;
import io.cairn.reporting.milestone.Milestone;
import io.cairn.reporting.movement.Movement;
import io.cairn.reporting.rollup.RollUp;
import io.cairn.reporting.timeline.Timeline;
import io.cairn.reporting.timeline.Timeline.Dimension;
import io.cairn.reporting.timeline.Timeline.Point;
import io.cairn.reporting.wording.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From what reports tell to what charts are drawn of. @param width of the drawings, in points */
public record Pictures(KnownModel model, Wording words, double width) {
    private static final int MOST_PERIODS = 40;

    /** What those who stand at a stage call it: several names where they are of several versions of the model. */
    private static final class Drawn {
        private final Map<Integer, Set<String>> titles = new TreeMap<>();

        Stage add(int ordinal, String title) {
            titles.computeIfAbsent(ordinal, it -> new LinkedHashSet<>()).add(title);
            return new Stage(ordinal, title);
        }
    }

    /** All stages that are drawn, and those of the model's latest version. */
    private Scale scale(Drawn drawn) {
        var facts = model.versions().lastEntry().getValue();
        var all = new TreeMap<Integer, String>();
        drawn.titles.forEach((ordinal, titles) -> all.put(ordinal, String.join(" / ", titles)));
        if (facts.mayBeBelowFirst()) all.put(ModelFacts.Stage.NONE.ordinal(), words.say("chart.below-first"));
        for (var stage : facts.stages()) all.putIfAbsent(stage.ordinal(), stage.title());
        var titles = new ArrayList<String>();
        for (var i = all.firstKey(); i <= all.lastKey(); i++)
            titles.add(Objects.requireNonNullElse(all.get(i), Integer.toString(i)));
        return new Scale(all.firstKey(), titles);
    }

    /** What was reached too late stays missed. */
    private static JourneyChart.Status status(Milestone target) {
        return switch (target.status()) {
            case OPEN -> JourneyChart.Status.OPEN;
            case REACHED -> JourneyChart.Status.REACHED;
            case MISSED, LATE -> JourneyChart.Status.MISSED;
        };
    }

    /** Of the last {@value #MOST_PERIODS} periods and those of targets. */
    public Drawing journey(Timeline timeline, List<Milestone> targets) {
        var points = timeline.points()
                .subList(
                        Math.max(0, timeline.points().size() - MOST_PERIODS),
                        timeline.points().size());
        var all = new TreeSet<Period>();
        for (var point : points) all.add(Period.parse(point.period()));
        for (var target : targets)
            if (all.isEmpty() || target.period().compareTo(all.first()) >= 0) all.add(target.period());
        var periods = all.stream().map(Period::toString).toList();
        var drawn = new Drawn();
        var stages = new ArrayList<@Nullable Stage>(Collections.nCopies(periods.size(), null));
        for (var point : points) {
            var stage = point.stage();
            if (stage == null) continue;
            stages.set(periods.indexOf(point.period()), drawn.add(stage.ordinal(), stage.title()));
        }
        var aimed = targets.stream().filter(it -> all.contains(it.period())).toList();
        for (var target : aimed)
            drawn.add(target.stage().ordinal(), target.stage().title());
        var shown = aimed.stream()
                .map(it -> new JourneyChart.Target(
                        periods.indexOf(it.period().toString()), it.stage().ordinal(), status(it)))
                .toList();
        return new JourneyChart(
                        words.say("chart.journey", timeline.unit()),
                        said(points, aimed),
                        scale(drawn),
                        periods,
                        stages,
                        shown,
                        new JourneyChart.Legend(
                                words.say("chart.stage"),
                                words.say("chart.target-open"),
                                words.say("chart.target-reached"),
                                words.say("chart.target-missed")))
                .draw(width);
    }

    private String said(List<Point> points, List<Milestone> targets) {
        var stages = points.stream()
                .map(it -> it.period() + ": "
                        + (it.stage() == null
                                ? words.say("chart.none")
                                : it.stage().title()));
        return Stream.concat(stages, targets.stream().map(this::said)).collect(Collectors.joining("; "));
    }

    private String said(Milestone target) {
        var went = words.say(
                switch (status(target)) {
                    case OPEN -> "chart.target-open";
                    case REACHED -> "chart.target-reached";
                    case MISSED -> "chart.target-missed";
                });
        return target.period() + ": " + target.stage().title() + " (" + went + ")";
    }

    /** @param before null where there is none to compare with */
    public Drawing dimensions(String unit, Point now, @Nullable Point before) {
        var axes = now.dimensions().stream()
                .map(it ->
                        new DimensionChart.Axis(it.title(), share(it), before == null ? null : share(before, it.key())))
                .toList();
        var described = now.dimensions().stream()
                .map(it -> it.title() + ": " + Math.round(100 * share(it)) + " %")
                .collect(Collectors.joining("; "));
        return new DimensionChart(
                        words.say("chart.dimensions", unit, now.period()),
                        described,
                        axes,
                        now.period(),
                        before == null ? null : before.period())
                .draw(width);
    }

    public static @Nullable Double share(Point point, String dimension) {
        return point.dimensions().stream()
                .filter(it -> it.key().equals(dimension))
                .findFirst()
                .map(Pictures::share)
                .orElse(null);
    }

    /** What it scores of what it could. */
    public static double share(Dimension dimension) {
        return dimension.max() == 0 ? 0 : dimension.score() / dimension.max();
    }

    public Drawing heatMap(UnitGrid grid) {
        var drawn = new Drawn();
        var rows = new ArrayList<HeatMap.Row>();
        for (var unit : grid.units()) {
            var stages = new ArrayList<@Nullable Stage>();
            for (var period : grid.periods()) {
                var place = unit.stages().get(period);
                var stage = place == null ? null : model.titled(place.stage(), place.version());
                stages.add(stage == null ? null : drawn.add(stage.ordinal(), stage.title()));
            }
            rows.add(new HeatMap.Row(unit.name(), stages));
        }
        var more = grid.all() - grid.units().size();
        var scale = scale(drawn);
        return new HeatMap(
                        words.say("chart.heat-map"),
                        words.say(
                                        "chart.heat-map-said",
                                        grid.all(),
                                        grid.periods().size())
                                + inTheLast(grid.periods(), rows, scale),
                        scale,
                        grid.periods(),
                        rows,
                        words.say("chart.none"),
                        more > 0 ? words.say("chart.more-units", more) : null)
                .draw(width);
    }

    /** How many of the units that are drawn stood where in the last period; empty without one. */
    private String inTheLast(List<String> periods, List<HeatMap.Row> rows, Scale scale) {
        if (periods.isEmpty()) return "";
        var counts = new TreeMap<Integer, Integer>();
        var none = 0;
        for (var row : rows) {
            var stage = row.stages().getLast();
            if (stage == null) none++;
            else counts.merge(stage.ordinal(), 1, Integer::sum);
        }
        var told = new ArrayList<String>();
        counts.forEach((ordinal, count) -> told.add(scale.title(ordinal) + ": " + count));
        if (none > 0) told.add(words.say("chart.none") + ": " + none);
        return ". " + periods.getLast() + ": " + String.join("; ", told);
    }

    /** The highest stage on top; below the stages, those of whom nothing is known later. */
    public Drawing movement(Movement movement) {
        var stages = movement.stages().reversed();
        var from = stages.stream().map(it -> it.title()).toList();
        var to = new ArrayList<>(from);
        to.add(words.say("chart.not-reassessed"));
        to.add(words.say("chart.left"));
        var flows = new ArrayList<Sankey.Flow>();
        for (var i = 0; i < stages.size(); i++) {
            for (var flow : movement.flows()) {
                if (flow.fromStage() != stages.get(i).ordinal()) continue;
                var stage = flow.toStage();
                if (stage == null)
                    flows.add(new Sankey.Flow(
                            i,
                            flow.to().equals("left") ? stages.size() + 1 : stages.size(),
                            flow.count(),
                            Sankey.Way.AWAY));
                else flows.add(new Sankey.Flow(i, place(movement, stage), flow.count(), way(flow.fromStage(), stage)));
            }
        }
        flows.sort(Comparator.comparingInt(Sankey.Flow::from).thenComparingInt(Sankey.Flow::to));
        return new Sankey(
                        words.say("chart.movement", movement.from(), movement.to()),
                        words.say(
                                "chart.movement-said",
                                movement.cohort(),
                                units(flows, Sankey.Way.UP),
                                units(flows, Sankey.Way.SAME),
                                units(flows, Sankey.Way.DOWN),
                                units(flows, Sankey.Way.AWAY)),
                        movement.from(),
                        movement.to(),
                        from,
                        to,
                        flows,
                        new Sankey.Legend(
                                words.say("chart.up"),
                                words.say("chart.same"),
                                words.say("chart.down"),
                                words.say("chart.away")))
                .draw(width);
    }

    private static int place(Movement movement, int ordinal) {
        var stages = movement.stages().reversed();
        for (var i = 0; i < stages.size(); i++) if (stages.get(i).ordinal() == ordinal) return i;
        throw new IllegalStateException("a flow to a stage that is none: " + ordinal);
    }

    private static Sankey.Way way(int from, int to) {
        return to > from ? Sankey.Way.UP : to == from ? Sankey.Way.SAME : Sankey.Way.DOWN;
    }

    private static long units(List<Sankey.Flow> flows, Sankey.Way way) {
        return flows.stream()
                .filter(it -> it.way() == way)
                .mapToLong(Sankey.Flow::units)
                .sum();
    }

    /** Units of all versions of the model together, by the ordinals of their stages. */
    public Drawing stages(RollUp.Node node, String period) {
        var drawn = new Drawn();
        for (var version : node.versions())
            for (var stage : version.stages()) if (stage.units() > 0) drawn.add(stage.ordinal(), stage.title());
        var scale = scale(drawn);
        var counts = new long[scale.titles().size()];
        for (var version : node.versions())
            for (var stage : version.stages())
                if (stage.units() > 0) counts[stage.ordinal() - scale.first()] += stage.units();
        var described = new ArrayList<String>();
        for (var i = 0; i < counts.length; i++) described.add(scale.titles().get(i) + ": " + counts[i]);
        return new StageBars(
                        words.say("chart.stages", period),
                        String.join("; ", described),
                        scale,
                        LongStream.of(counts).boxed().toList(),
                        List.of(
                                new StageBars.Other(words.say("chart.none"), node.noStage()),
                                new StageBars.Other(words.say("chart.not-assessed"), node.notAssessed())))
                .draw(width);
    }
}
