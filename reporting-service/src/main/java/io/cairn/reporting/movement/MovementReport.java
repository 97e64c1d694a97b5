package io.cairn.reporting.movement;

import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.movement.Cell.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The matrix of what moved. */
record MovementReport(KnownModel model, Period from, Period to, List<Cell> cells) {
    /** A row of fewer journeys tells of the units, not of their chances. */
    static final int FEWEST = 5;

    static final String NOT_REASSESSED = "not-reassessed";
    static final String LEFT = "left";

    Movement movement() {
        var labels = new StageLabels(model, places(Cell::from), places(Cell::to));
        var rows = labels.stages().stream().map(it -> row(it, labels.stages())).toList();
        return new Movement(
                model.key().value(),
                from.toString(),
                to.toString(),
                labels.stages(),
                labels.version().toString(),
                new Movement.Versions(versions(Cell::from), versions(Cell::to)),
                rows.stream().map(MovementRow::counts).toList(),
                probabilities(rows),
                rows.stream()
                        .filter(row -> row.reassessed() < FEWEST)
                        .map(row -> row.stage().ordinal())
                        .toList(),
                rows.stream().mapToLong(MovementRow::cohort).sum(),
                rows.stream().mapToLong(MovementRow::notReassessed).sum(),
                rows.stream().mapToLong(MovementRow::left).sum(),
                units(cell -> cell.from() == null && !cell.left()),
                rows.stream()
                        .flatMap(row -> row.flows(labels.stages()).stream())
                        .toList(),
                arrivals(labels.stages()));
    }

    private List<Movement.Arrival> arrivals(List<NamedStage> columns) {
        return columns.stream()
                .map(it -> new Movement.Arrival(
                        it.key(),
                        units(cell -> cell.from() == null && !cell.left() && isAt(cell.to(), it)),
                        it.ordinal()))
                .filter(it -> it.count() > 0)
                .toList();
    }

    private MovementRow row(NamedStage stage, List<NamedStage> columns) {
        Predicate<Cell> inRow = cell -> isAt(cell.from(), stage);
        return new MovementRow(
                stage,
                columns.stream()
                        .map(column -> units(inRow.and(cell -> !cell.left() && isAt(cell.to(), column))))
                        .toList(),
                units(inRow.and(cell -> !cell.left() && cell.to() == null)),
                units(inRow.and(Cell::left)));
    }

    private static List<@Nullable List<Movement.Probability>> probabilities(List<MovementRow> rows) {
        var all = new ArrayList<@Nullable List<Movement.Probability>>();
        for (var row : rows) all.add(row.reassessed() < FEWEST ? null : row.probabilities());
        return all;
    }

    private long units(Predicate<Cell> which) {
        return cells.stream().filter(which).mapToLong(Cell::units).sum();
    }

    private static boolean isAt(@Nullable Place place, NamedStage stage) {
        return place != null && place.stage().ordinal() == stage.ordinal();
    }

    private List<Place> places(Function<Cell, @Nullable Place> side) {
        return cells.stream().map(side).filter(Objects::nonNull).toList();
    }

    private List<String> versions(Function<Cell, @Nullable Place> side) {
        var versions = new TreeSet<ModelVersion>();
        for (var place : places(side)) versions.add(place.version());
        return versions.stream().map(ModelVersion::toString).toList();
    }
}
