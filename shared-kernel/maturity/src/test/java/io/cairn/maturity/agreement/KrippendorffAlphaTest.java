package io.cairn.maturity.agreement;

import static io.cairn.maturity.agreement.Metric.INTERVAL;
import static io.cairn.maturity.agreement.Metric.NOMINAL;
import static io.cairn.maturity.agreement.Metric.ORDINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.maturity.agreement.Coefficient.Undefined;
import io.cairn.maturity.agreement.Coefficient.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The worked examples of K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), and what must hold of any data. */
class KrippendorffAlphaTest {
    /** Example C: four observers, twelve units, a dot for what is missing. Hayes and Krippendorff's macro gives the same. */
    private static final List<double[]> FOUR_OBSERVERS =
            units("123321412...", "1233224125.3", ".3332342251.", "12332441251.");

    @Test
    void four_observers_with_missing_values_agree_as_published() {
        assertThat(alpha(FOUR_OBSERVERS, NOMINAL)).isCloseTo(0.743, within(0.0005));
        assertThat(alpha(FOUR_OBSERVERS, ORDINAL)).isCloseTo(0.815, within(0.0005));
        assertThat(alpha(FOUR_OBSERVERS, INTERVAL)).isCloseTo(0.849, within(0.0005));
    }

    /** Example A. */
    @Test
    void two_observers_with_binary_values_agree_as_published() {
        assertThat(alpha(units("0100000010", "1110010000"), NOMINAL)).isCloseTo(0.095, within(0.0005));
    }

    /** Example B, with letters for categories. */
    @Test
    void two_observers_with_categories_agree_as_published() {
        assertThat(alpha(units("aabbdcccedda", "babbbccceddd"), NOMINAL)).isCloseTo(0.692, within(0.0005));
    }

    @Test
    void what_nobody_answered_with_another_has_no_pairs() {
        assertThat(KrippendorffAlpha.of(List.of(), ORDINAL)).isEqualTo(new Undefined(Why.NO_PAIRS));
        assertThat(KrippendorffAlpha.of(units("12..", "..34"), ORDINAL)).isEqualTo(new Undefined(Why.NO_PAIRS));
    }

    @Test
    void where_all_say_the_same_everywhere_there_is_nothing_to_compare_with() {
        assertThat(KrippendorffAlpha.of(units("333", "333"), ORDINAL)).isEqualTo(new Undefined(Why.NO_VARIATION));
    }

    @Test
    void a_value_that_stands_alone_in_its_unit_is_no_variation() {
        assertThat(KrippendorffAlpha.of(units("33", "3.", "3."), ORDINAL))
                .isEqualTo(KrippendorffAlpha.of(units("35", "3.", "3."), ORDINAL));
    }

    @Property(tries = 200)
    void those_who_always_agree_have_one(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 1, max = 5) Integer> said) {
        if (said.stream().distinct().count() < 2) return;
        var units =
                said.stream().map(value -> new double[] {value, value, value}).toList();
        for (var metric : Metric.values()) assertThat(alpha(units, metric)).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 200)
    void it_is_the_one_of_the_definition_with_coincidences(@ForAll long seed) {
        var units = random(seed);
        for (var metric : Metric.values()) {
            var told = KrippendorffAlpha.of(units, metric).value();
            if (told != null) assertThat(told).isCloseTo(ByDefinition.alpha(units, metric), within(1e-9));
        }
    }

    @Property(tries = 100)
    void who_said_what_and_in_which_order_does_not_matter(@ForAll long seed) {
        var units = random(seed);
        var shuffled = new ArrayList<double[]>();
        for (var unit : units) {
            var values = new ArrayList<>(Arrays.stream(unit).boxed().toList());
            Collections.shuffle(values, new Random(seed));
            shuffled.add(values.stream().mapToDouble(value -> value).toArray());
        }
        Collections.shuffle(shuffled, new Random(seed));
        for (var metric : Metric.values()) {
            var told = KrippendorffAlpha.of(units, metric).value();
            if (told != null) assertThat(alpha(shuffled, metric)).isCloseTo(told, within(1e-9));
        }
    }

    @Property(tries = 100)
    void only_the_order_of_ordinal_values_matters(@ForAll long seed) {
        var units = random(seed);
        var stretched = units.stream()
                .map(unit -> Arrays.stream(unit).map(Math::exp).toArray())
                .toList();
        assertThat(KrippendorffAlpha.of(stretched, ORDINAL)).isEqualTo(KrippendorffAlpha.of(units, ORDINAL));
    }

    private static double alpha(List<double[]> units, Metric metric) {
        return ((Coefficient.Known) KrippendorffAlpha.of(units, metric)).figure();
    }

    /** One text per observer, one character per unit. */
    private static List<double[]> units(String... observers) {
        return IntStream.range(0, observers[0].length())
                .mapToObj(unit -> Arrays.stream(observers)
                        .mapToInt(said -> said.charAt(unit))
                        .filter(said -> said != '.')
                        .asDoubleStream()
                        .toArray())
                .toList();
    }

    /** Up to 8 units with none to 6 of five values each. */
    private static List<double[]> random(long seed) {
        var random = new Random(seed);
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(unit -> IntStream.range(0, random.nextInt(7))
                        .mapToDouble(i -> 1 + random.nextInt(5))
                        .toArray())
                .toList();
    }

    /** Slow and literal: the coincidence matrix and the metrics as they are printed. */
    private static final class ByDefinition {
        static double alpha(List<double[]> units, Metric metric) {
            var pairable = units.stream().filter(unit -> unit.length > 1).toList();
            var values = pairable.stream()
                    .flatMapToDouble(Arrays::stream)
                    .distinct()
                    .sorted()
                    .toArray();
            var o = new double[values.length][values.length];
            for (var unit : pairable)
                for (var i = 0; i < unit.length; i++)
                    for (var j = 0; j < unit.length; j++)
                        if (i != j)
                            o[Arrays.binarySearch(values, unit[i])][Arrays.binarySearch(values, unit[j])] +=
                                    1.0 / (unit.length - 1);
            var n = Arrays.stream(o)
                    .mapToDouble(row -> Arrays.stream(row).sum())
                    .toArray();
            var total = Arrays.stream(n).sum();
            double observed = 0;
            double expected = 0;
            for (var c = 0; c < values.length; c++)
                for (var k = 0; k < values.length; k++) {
                    var delta = difference(values, n, c, k, metric);
                    observed += o[c][k] * delta;
                    expected += n[c] * n[k] * delta / (total - 1);
                }
            return 1 - observed / expected;
        }

        private static double difference(double[] values, double[] n, int c, int k, Metric metric) {
            var low = Math.min(c, k);
            var high = Math.max(c, k);
            return switch (metric) {
                case NOMINAL -> c == k ? 0 : 1;
                case ORDINAL ->
                    Math.pow(
                            IntStream.rangeClosed(low, high)
                                            .mapToDouble(g -> n[g])
                                            .sum()
                                    - (n[c] + n[k]) / 2,
                            2);
                case INTERVAL -> Math.pow(values[c] - values[k], 2);
            };
        }
    }
}
