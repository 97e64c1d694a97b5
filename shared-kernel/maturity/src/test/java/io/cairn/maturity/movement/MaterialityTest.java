package io.cairn.maturity.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.maturity.movement.Materiality.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaterialityTest {

    /** J. M. Bland, D. G. Altman, Cronbach's alpha, BMJ 314 (1997), 572: the ten items of the mini-HAQ. */
    @Test
    void alpha_is_the_one_published_for_the_mini_haq() {
        assertThat(Materiality.alpha(10, 11.16, 77.44)).isEqualTo(0.95, within(0.005));
    }

    @Test
    void the_error_of_measurement_follows_from_spread_and_consistency() {
        // two dimensions x and x+e: every figure by hand from sums
        var random = new Random(7);
        var units = new ArrayList<Scored>();
        for (var i = 0; i < 40; i++) {
            var x = random.nextDouble();
            var y = x + 0.2 * random.nextGaussian();
            units.add(new Scored((x + y) / 2, List.of(x, y)));
        }
        var vx = variance(units.stream().map(it -> it.dimensions().get(0)).toList());
        var vy = variance(units.stream().map(it -> it.dimensions().get(1)).toList());
        var vs = variance(units.stream().map(Scored::score).toList());
        var alpha = 2 * (1 - (vx + vy) / (4 * vs));
        var sem = Math.sqrt(vs) * Math.sqrt(1 - alpha);
        var found = Materiality.of(units);
        assertThat(found.alpha()).isEqualTo(alpha, within(1e-12));
        assertThat(found.sem()).isEqualTo(sem, within(1e-12));
        assertThat(found.material(-1.97 * Math.sqrt(2) * sem)).isTrue();
        assertThat(found.material(-1.95 * Math.sqrt(2) * sem)).isFalse();
    }

    @Test
    void what_cannot_be_told_says_why() {
        assertThat(undefined(same(9, 0.5, 0.5))).isEqualTo(Materiality.Why.TOO_FEW_UNITS);
        assertThat(undefined(same(10, 0.5))).isEqualTo(Materiality.Why.TOO_FEW_DIMENSIONS);
        assertThat(undefined(same(10, 0.5, 0.5))).isEqualTo(Materiality.Why.NO_VARIATION);
        var opposed = new ArrayList<Scored>();
        for (var i = 0; i < 10; i++) opposed.add(new Scored(i, List.of((double) i, i % 2 - (double) i)));
        assertThat(undefined(opposed)).isEqualTo(Materiality.Why.NOT_CONSISTENT);
        assertThat(Materiality.of(opposed).material(1)).isNull();
        var alike = new ArrayList<Scored>();
        for (var i = 0; i < 10; i++) alike.add(new Scored(i / 7.0, List.of(i / 7.0, i / 7.0, i / 7.0)));
        assertThat(undefined(alike)).isEqualTo(Materiality.Why.NO_ERROR);
        assertThat(Materiality.of(alike).alpha()).isEqualTo(1, within(1e-12));
        assertThat(Materiality.of(alike).material(1)).isNull();
    }

    private static Materiality.Why undefined(List<Scored> units) {
        return Materiality.of(units).undefined();
    }

    private static List<Scored> same(int units, Double... dimensions) {
        return java.util.Collections.nCopies(units, new Scored(0.5, List.of(dimensions)));
    }

    private static double variance(List<Double> values) {
        var sum = values.stream().mapToDouble(Double::doubleValue).sum();
        var squares = values.stream().mapToDouble(it -> it * it).sum();
        return (squares - sum * sum / values.size()) / (values.size() - 1);
    }
}
