package io.cairn.reporting.summary;

import io.cairn.language.DimensionKey;
import io.cairn.language.Period;
import io.cairn.maturity.MaturityModel;
import io.cairn.reporting.milestone.Milestone;
import io.cairn.reporting.point.DimensionPoint;
import io.cairn.reporting.point.StagePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A period of many units in words. Every unit counts once; nothing is averaged.
 *
 * @param units by their codes
 * @param points of each unit up to the period, in the order of periods
 */
record PortfolioSummary(
        Telling telling,
        MaturityModel model,
        Period period,
        Map<String, String> units,
        Map<String, List<StagePoint>> points,
        Map<String, List<Milestone>> targets) {
    private static final int MOST = 10;

    private record Stood(
            String name, StagePoint now, @Nullable StagePoint before) {
        int moved() {
            var to = now.stage();
            var from = before == null ? null : before.stage();
            return to == null || from == null ? 0 : Integer.compare(to.ordinal(), from.ordinal());
        }
    }

    void tell() {
        var stood = stood();
        telling.say(
                "portfolio.assessed",
                "assessed",
                stood.size(),
                "units",
                units.size(),
                "model",
                telling.title(model),
                "period",
                period.toString());
        if (!stood.isEmpty()) moved(stood);
        var waiting = stood.stream().filter(it -> it.now().proposed() != null).count();
        if (waiting > 0) telling.say("portfolio.waiting", "count", waiting);
        weakest(stood);
        aims();
    }

    private List<Stood> stood() {
        var stood = new ArrayList<Stood>();
        units.forEach((code, name) -> {
            StagePoint now = null;
            StagePoint before = null;
            for (var point : points.getOrDefault(code, List.of()))
                if (point.period().equals(period)) now = point;
                else if (point.period().compareTo(period) < 0 && point.stage() != null) before = point;
            if (now != null) stood.add(new Stood(name, now, before));
        });
        return stood;
    }

    private void moved(List<Stood> stood) {
        var up = stood.stream().filter(it -> it.moved() > 0).toList();
        var down = stood.stream().filter(it -> it.moved() < 0).toList();
        var staged = stood.stream().filter(it -> it.now().stage() != null).toList();
        var first = staged.stream().filter(it -> it.before() == null).count();
        telling.say(
                "portfolio.moved",
                "advanced",
                up.size(),
                "regressed",
                down.size(),
                "stayed",
                staged.size() - up.size() - down.size() - first,
                "first",
                first);
        if (!up.isEmpty()) telling.say("portfolio.advanced", "names", names(up));
        if (!down.isEmpty()) telling.say("portfolio.regressed", "names", names(down));
        var moves = new ArrayList<>(up);
        moves.addAll(down);
        if (!moves.isEmpty())
            telling.say(
                    "portfolio.causes",
                    "assessment",
                    caused(moves, "assessment"),
                    "correction",
                    caused(moves, "correction"),
                    "modelVersion",
                    caused(moves, "model-version"),
                    "overridden",
                    moves.stream()
                            .filter(it -> it.now().decision() != null
                                    && it.now().decision().overridden())
                            .count());
    }

    private static List<String> names(List<Stood> stood) {
        var names = new ArrayList<>(stood.stream().map(Stood::name).limit(MOST).toList());
        if (stood.size() > MOST) names.add("…");
        return names;
    }

    private static long caused(List<Stood> moves, String cause) {
        return moves.stream()
                .filter(it -> it.now().decision() != null
                        && cause.equals(it.now().decision().cause()))
                .count();
    }

    /** The dimension that is a unit's lowest, by stage, in most units; of equal ones the first of the model. */
    private void weakest(List<Stood> stood) {
        var lowest = new LinkedHashMap<String, Integer>();
        for (var dimension : model.dimensions()) lowest.put(dimension.key().value(), 0);
        var told = 0;
        for (var unit : stood) {
            var staged = unit.now().dimensions().stream()
                    .filter(it -> it.stage() != null)
                    .toList();
            var least = staged.stream().mapToInt(PortfolioSummary::ordinal).min();
            var most = staged.stream().mapToInt(PortfolioSummary::ordinal).max();
            if (least.isEmpty() || least.getAsInt() == most.orElseThrow()) continue;
            told++;
            for (var dimension : staged)
                if (ordinal(dimension) == least.getAsInt()) lowest.computeIfPresent(dimension.key(), (k, n) -> n + 1);
        }
        var first = lowest.entrySet().stream().max(Comparator.comparingInt(Map.Entry::getValue));
        if (told > 0 && first.isPresent() && first.get().getValue() > 0)
            telling.say(
                    "portfolio.weakest",
                    "dimension",
                    telling.dimension(model, new DimensionKey(first.get().getKey())),
                    "count",
                    first.get().getValue(),
                    "units",
                    told);
    }

    private static int ordinal(DimensionPoint dimension) {
        return Objects.requireNonNull(dimension.stage()).ordinal();
    }

    private void aims() {
        var all = targets.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) return;
        telling.say(
                "portfolio.targets",
                "targets",
                all.size(),
                "period",
                period.toString(),
                "reached",
                counted(all, Milestone.Status.REACHED),
                "late",
                counted(all, Milestone.Status.LATE),
                "missed",
                counted(all, Milestone.Status.MISSED),
                "open",
                counted(all, Milestone.Status.OPEN));
    }

    private static long counted(List<Milestone> all, Milestone.Status status) {
        return all.stream().filter(it -> it.status() == status).count();
    }
}
