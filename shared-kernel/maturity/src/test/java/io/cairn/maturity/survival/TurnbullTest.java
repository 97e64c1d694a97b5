package io.cairn.maturity.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TurnbullTest {
    private static final int NEVER = 100;

    /**
     * Months to breast retraction, between two visits: D. M. Finkelstein, R. A. Wolfe, Biometrics 41 (1985), 933–945; also
     * J. P. Klein and M. L. Moeschberger, Survival Analysis, 2nd ed. 2003, table 1.9. 100 is never.
     */
    private static final int[] RADIOTHERAPY = {
        45, 100, 6, 10, 0, 7, 46, 100, 46, 100, 7, 16, 17, 100, 7, 14, 37, 44, 0, 8, 4, 11, 15, 100, 11, 15, 22, 100,
        46, 100, 46, 100, 25, 37, 46, 100, 26, 40, 46, 100, 27, 34, 36, 44, 46, 100, 36, 48, 37, 100, 40, 100, 17, 25,
        46, 100, 11, 18, 38, 100, 5, 12, 37, 100, 0, 5, 18, 100, 24, 100, 36, 100, 5, 11, 19, 35, 17, 25, 24, 100, 32,
        100, 33, 100, 19, 26, 37, 100, 34, 100, 36, 100
    };

    private static final int[] WITH_CHEMOTHERAPY = {
        8, 12, 0, 22, 24, 31, 17, 27, 17, 23, 24, 30, 16, 24, 13, 100, 11, 13, 16, 20, 18, 25, 17, 26, 32, 100, 23, 100,
        44, 48, 14, 17, 0, 5, 5, 8, 12, 20, 11, 100, 33, 40, 31, 100, 13, 39, 19, 32, 34, 100, 13, 100, 16, 24, 35, 100,
        15, 22, 11, 17, 22, 32, 10, 35, 30, 34, 13, 100, 10, 17, 8, 21, 4, 9, 11, 100, 14, 19, 4, 8, 34, 100, 30, 36,
        18, 24, 16, 60, 35, 39, 21, 100, 11, 20, 48, 100
    };

    private static List<Interval> months(int... pairs) {
        var intervals = new ArrayList<Interval>();
        for (var i = 0; i < pairs.length; i += 2)
            intervals.add(new Interval(0, pairs[i], pairs[i + 1] == NEVER ? Double.POSITIVE_INFINITY : pairs[i + 1]));
        return intervals;
    }

    private static void isPublished(Turnbull curve, double[][] published) {
        assertThat(curve.steps()).hasSize(published.length);
        for (var i = 0; i < published.length; i++) {
            var step = curve.steps().get(i);
            assertThat(step.from()).isEqualTo(published[i][0]);
            assertThat(step.to()).isEqualTo(published[i][1]);
            assertThat(step.mass()).isEqualTo(published[i][2], within(0.00005));
        }
    }

    /** The masses that R's package interval prints: M. P. Fay, P. A. Shaw, J. Stat. Softw. 36 (2010), issue 2, p. 11. */
    @Test
    void the_estimate_of_radiotherapy_is_the_one_published() {
        var curve = Turnbull.of(months(RADIOTHERAPY));
        isPublished(curve, new double[][] {
            {4, 5, 0.0463},
            {6, 7, 0.0334},
            {7, 8, 0.0887},
            {11, 12, 0.0708},
            {24, 25, 0.0926},
            {33, 34, 0.0818},
            {38, 40, 0.1209},
            {46, 48, 0.4656}
        });
        assertThat(curve.observed()).isEqualTo(46);
        assertThat(curve.converged()).isTrue();
    }

    /** Klein and Moeschberger, table 5.3: the survival of the same women. */
    @Test
    void survival_under_radiotherapy_is_the_one_published() {
        var steps = Turnbull.of(months(RADIOTHERAPY)).steps();
        assertThat(steps)
                .extracting(it -> Math.round(it.survival() * 1000) / 1000.0)
                .containsExactly(0.954, 0.920, 0.832, 0.761, 0.668, 0.586, 0.466, 0.0);
    }

    @Test
    void the_estimate_with_chemotherapy_is_the_one_published() {
        var curve = Turnbull.of(months(WITH_CHEMOTHERAPY));
        isPublished(curve, new double[][] {
            {4, 5, 0.0433},
            {5, 8, 0.0433},
            {11, 12, 0.0692},
            {16, 17, 0.1454},
            {18, 19, 0.1411},
            {19, 20, 0.1157},
            {24, 25, 0.0999},
            {30, 31, 0.0709},
            {35, 36, 0.1608},
            {44, 48, 0.0552},
            {48, 60, 0.0552}
        });
        assertThat(curve.converged()).isTrue();
        var median = java.util.Objects.requireNonNull(curve.median());
        assertThat(median.from()).isEqualTo(19);
        assertThat(median.to()).isEqualTo(20);
    }

    /** Where every end is known it is Kaplan and Meier's estimate, who enter late and all. */
    @Property(tries = 200)
    void of_ends_that_are_known_it_is_kaplan_and_meier_s(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        var random = new Random(seed);
        var spans = new ArrayList<Span>();
        var intervals = new ArrayList<Interval>();
        for (var i = 0; i < 3 + random.nextInt(30); i++) {
            var entry = random.nextInt(4) == 0 ? random.nextInt(4) : 0;
            var exit = entry + 1 + random.nextInt(12);
            var ended = random.nextInt(3) > 0;
            spans.add(new Span(entry, exit, ended ? Ending.ADVANCE : null));
            intervals.add(ended ? Interval.exactly(entry, exit) : new Interval(entry, exit, Double.POSITIVE_INFINITY));
        }
        var expected = KaplanMeier.of(spans).steps();
        var found = Turnbull.of(intervals);
        assertThat(found.converged()).as("gap %s", found.gap()).isTrue();
        for (var step : expected)
            assertThat(survivalAt(found, step.time()))
                    .as("at %s", step.time())
                    .isEqualTo(step.survival(), within(1e-6));
    }

    private static double survivalAt(Turnbull curve, double time) {
        var survival = 1.0;
        for (var step : curve.steps()) if (step.to() <= time) survival = step.survival();
        return survival;
    }

    /**
     * Against Turnbull's own form of the algorithm, written out here: on masses, of every stretch between two times that
     * occur, with what late entries kept from being seen added as ghosts. Another road to the same likelihood.
     */
    @Property(tries = 60)
    void masses_with_ghosts_come_to_the_same_likelihood_and_are_no_better(
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed, @ForAll @IntRange(min = 6, max = 40) int count) {
        var random = new Random(seed);
        var intervals = new ArrayList<Interval>();
        for (var i = 0; i < count; i++) {
            var entry = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
            var left = entry + random.nextInt(8);
            intervals.add(
                    random.nextInt(3) == 0
                            ? new Interval(entry, left, Double.POSITIVE_INFINITY)
                            : new Interval(entry, left, left + 1 + random.nextInt(5)));
        }
        // somebody is there from the start, and stays: what is known of late entries is never all that is known
        intervals.add(new Interval(0, 30, Double.POSITIVE_INFINITY));
        var found = Turnbull.of(intervals);
        assertThat(found.steps().stream().mapToDouble(Turnbull.Step::mass).sum())
                .isEqualTo(1, within(1e-5));
        // EM slows down where a mass goes to nothing; by this much the likelihood may be short of the best, at most
        assertThat(found.gap()).isLessThan(1e-6);
        var ghosts = byGhosts(intervals, 3_000);
        var ours = likelihood(intervals, (from, to) -> mass(found, from, to));
        assertThat(ours).isGreaterThanOrEqualTo(ghosts - 1e-6);
        assertThat(ours).as("3,000 steps of the slower form come near").isEqualTo(ghosts, within(0.05));
    }

    @FunctionalInterface
    private interface Mass {
        double between(double from, double to);
    }

    private static double mass(Turnbull curve, double from, double to) {
        return curve.steps().stream()
                .filter(it -> it.from() >= from && it.to() <= to)
                .mapToDouble(Turnbull.Step::mass)
                .sum();
    }

    private static double likelihood(List<Interval> intervals, Mass mass) {
        var sum = 0.0;
        for (var it : intervals)
            sum += Math.log(mass.between(it.left(), it.right()))
                    - Math.log(mass.between(it.entry(), Double.POSITIVE_INFINITY));
        return sum;
    }

    private static double byGhosts(List<Interval> intervals, int iterations) {
        var times = new TreeSet<Double>(List.of(0.0, Double.POSITIVE_INFINITY));
        for (var it : intervals) times.addAll(List.of(it.entry(), it.left(), it.right()));
        var bounds = times.stream().mapToDouble(Double::doubleValue).toArray();
        var p = new double[bounds.length - 1];
        Arrays.fill(p, 1.0 / p.length);
        for (var n = 0; n < iterations; n++) {
            var next = new double[p.length];
            for (var it : intervals) {
                var inside = sum(p, bounds, it.left(), it.right());
                var seen = sum(p, bounds, it.entry(), Double.POSITIVE_INFINITY);
                for (var k = 0; k < p.length; k++) {
                    if (bounds[k] >= it.left() && bounds[k + 1] <= it.right()) next[k] += p[k] / inside;
                    if (bounds[k + 1] <= it.entry()) next[k] += p[k] / seen;
                }
            }
            var all = Arrays.stream(next).sum();
            for (var k = 0; k < p.length; k++) p[k] = next[k] / all;
        }
        return likelihood(intervals, (from, to) -> sum(p, bounds, from, to));
    }

    private static double sum(double[] p, double[] bounds, double from, double to) {
        var sum = 0.0;
        for (var k = 0; k < p.length; k++) if (bounds[k] >= from && bounds[k + 1] <= to) sum += p[k];
        return sum;
    }

    @Test
    void what_all_at_risk_ended_by_is_the_end_of_those_and_not_of_who_enters_later() {
        var curve = Turnbull.of(
                List.of(new Interval(0, 0, 1), new Interval(0, 0, 1), new Interval(2, 2, 3), new Interval(2, 3, 4)));
        assertThat(curve.converged()).isTrue();
        assertThat(curve.steps()).extracting(Turnbull.Step::survival).containsExactly(0.0);
        assertThat(curve.observed()).isEqualTo(4);
    }

    @Test
    void of_nothing_there_is_no_curve_and_an_interval_goes_forward() {
        assertThatThrownBy(() -> Turnbull.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(0, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(2, 1, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
