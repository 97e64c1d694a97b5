package io.cairn.reporting.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.known.ModelFacts;
import io.cairn.reporting.movement.Cell.Place;
import io.cairn.reporting.movement.Movement.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MovementReportTest {
    private static final ModelVersion V1 = ModelVersion.parse("1.0.0");
    private static final ModelVersion V2 = ModelVersion.parse("2.0.0");

    @Property(tries = 200)
    void flows_out_of_each_stage_add_up_to_the_units_that_were_in_it(@ForAll("cells") List<Cell> cells) {
        var movement = movement(model(false, V1, V2), cells);
        for (var stage : movement.stages()) {
            var inStage = cells.stream()
                    .filter(cell -> cell.from() != null && cell.from().stage().ordinal() == stage.ordinal())
                    .mapToLong(Cell::units)
                    .sum();
            var out = movement.flows().stream()
                    .filter(flow -> flow.fromStage() == stage.ordinal())
                    .mapToLong(Flow::count)
                    .sum();
            assertThat(out).isEqualTo(inStage);
        }
        assertThat(movement.flows().stream().mapToLong(Flow::count).sum()).isEqualTo(movement.cohort());
    }

    @Property(tries = 200)
    void flows_and_arrivals_into_each_stage_add_up_to_the_units_that_are_at_it(@ForAll("cells") List<Cell> cells) {
        var movement = movement(model(false, V1, V2), cells);
        for (var stage : movement.stages()) {
            var atStage = cells.stream()
                    .filter(cell -> !cell.left()
                            && cell.to() != null
                            && cell.to().stage().ordinal() == stage.ordinal())
                    .mapToLong(Cell::units)
                    .sum();
            var in = movement.flows().stream()
                    .filter(flow -> flow.toStage() != null && flow.toStage() == stage.ordinal())
                    .mapToLong(Flow::count)
                    .sum();
            var arrived = movement.arrivals().stream()
                    .filter(arrival -> arrival.toStage() == stage.ordinal())
                    .mapToLong(Movement.Arrival::count)
                    .sum();
            assertThat(in + arrived).isEqualTo(atStage);
        }
        assertThat(movement.arrivals().stream()
                        .mapToLong(Movement.Arrival::count)
                        .sum())
                .isEqualTo(movement.entered());
    }

    @Property(tries = 200)
    void every_unit_of_the_cohort_is_counted_once(@ForAll("cells") List<Cell> cells) {
        var movement = movement(model(false, V1, V2), cells);
        var reassessed = movement.counts().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sum();
        assertThat(reassessed + movement.notReassessed() + movement.left()).isEqualTo(movement.cohort());
    }

    @Property(tries = 200)
    void probabilities_of_a_row_add_up_to_one_and_lie_within_their_interval(@ForAll("cells") List<Cell> cells) {
        var movement = movement(model(false, V1, V2), cells);
        for (var i = 0; i < movement.stages().size(); i++) {
            var row = movement.probabilities().get(i);
            var reassessed =
                    movement.counts().get(i).stream().mapToLong(Long::longValue).sum();
            if (row == null) {
                assertThat(reassessed).isLessThan(5);
                assertThat(movement.suppressed())
                        .contains(movement.stages().get(i).ordinal());
                continue;
            }
            assertThat(row.stream().mapToDouble(Movement.Probability::p).sum()).isCloseTo(1, within(1e-12));
            assertThat(row).allMatch(it -> it.low() <= it.p() + 1e-12 && it.p() <= it.high() + 1e-12);
        }
    }

    @Test
    void a_model_that_always_finds_a_stage_has_one_row_for_each() {
        var movement = movement(model(false, V1), List.of());
        assertThat(movement.stages()).extracting(NamedStage::ordinal).containsExactly(1, 2, 3, 4);
        assertThat(movement.counts()).hasSize(4).allMatch(row -> row.size() == 4);
    }

    @Test
    void a_model_that_may_find_none_has_a_row_for_that_too() {
        var movement = movement(model(true, V1), List.of());
        assertThat(movement.stages()).extracting(NamedStage::key).startsWith("none", "stage-1");
        assertThat(movement.counts()).hasSize(5);
    }

    @Test
    void stages_are_named_as_in_the_version_of_the_later_period() {
        var movement = movement(model(false, V1, V2), List.of(cell(at(1, V1), at(2, V2), false, 7)));
        assertThat(movement.labelledBy()).isEqualTo("2.0.0");
        assertThat(movement.versions()).isEqualTo(new Movement.Versions(List.of("1.0.0"), List.of("2.0.0")));
        assertThat(movement.stages().getFirst().title()).isEqualTo("Stage 1 of 2.0.0");
    }

    @Test
    void a_stage_that_only_the_earlier_version_has_keeps_its_row() {
        var movement = movement(model(false, V1, V2), List.of(cell(at(5, V1), at(2, V2), false, 7)));
        assertThat(movement.counts()).hasSize(5);
        assertThat(movement.counts().get(4)).containsExactly(0L, 7L, 0L, 0L, 0L);
    }

    @Test
    void who_left_before_the_end_is_not_counted_at_a_stage() {
        var movement = movement(
                model(false, V1),
                List.of(
                        cell(at(2, V1), at(3, V1), true, 1),
                        cell(at(2, V1), null, true, 2),
                        cell(null, at(1, V1), true, 4)));
        assertThat(movement.left()).isEqualTo(3);
        assertThat(movement.entered()).isZero();
        assertThat(movement.flows()).containsExactly(new Flow("stage-2", "left", 3, 2, null));
    }

    @Test
    void four_journeys_are_too_few_to_tell_chances_from_and_five_are_not() {
        var movement = movement(
                model(false, V1), List.of(cell(at(1, V1), at(1, V1), false, 4), cell(at(2, V1), at(3, V1), false, 5)));
        assertThat(movement.suppressed()).containsExactly(1, 3, 4);
        assertThat(movement.probabilities().get(0)).isNull();
        assertThat(movement.probabilities().get(1)).isNotNull();
        assertThat(movement.counts().get(0)).containsExactly(4L, 0L, 0L, 0L);
    }

    private static Movement movement(KnownModel model, List<Cell> cells) {
        return new MovementReport(model, Period.parse("2024"), Period.parse("2025"), cells).movement();
    }

    private static KnownModel model(boolean mayBeBelowFirst, ModelVersion... versions) {
        var facts = new TreeMap<ModelVersion, ModelFacts>();
        for (var version : versions)
            facts.put(
                    version,
                    new ModelFacts(
                            version,
                            "A model",
                            IntStream.rangeClosed(1, 4)
                                    .mapToObj(
                                            i -> new ModelFacts.Stage(i, "stage-" + i, "Stage " + i + " of " + version))
                                    .toList(),
                            List.of(),
                            mayBeBelowFirst));
        return new KnownModel(new ModelKey("a-model"), facts);
    }

    private static Place at(int stage, ModelVersion version) {
        return new Place(new StageRef(stage, "stage-" + stage), version);
    }

    private static Cell cell(@Nullable Place from, @Nullable Place to, boolean left, long units) {
        return new Cell(from, to, left, units);
    }

    /** One cell at most for each way, as the database groups them. */
    @Provide
    Arbitrary<List<Cell>> cells() {
        var place = Arbitraries.integers().between(1, 4).map(i -> at(i, V1)).injectNull(0.2);
        var later = Arbitraries.integers().between(0, 5).map(i -> at(i, V2)).injectNull(0.2);
        return Combinators.combine(
                        place,
                        later,
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(1, 30))
                .as(Cell::new)
                .filter(cell -> cell.from() != null || cell.to() != null)
                .list()
                .ofMaxSize(40)
                .map(MovementReportTest::grouped);
    }

    private static List<Cell> grouped(List<Cell> cells) {
        Map<List<Object>, Cell> byWay = new java.util.HashMap<>();
        for (var cell : cells) byWay.put(java.util.Arrays.asList(cell.from(), cell.to(), cell.left()), cell);
        return new ArrayList<>(byWay.values());
    }
}
