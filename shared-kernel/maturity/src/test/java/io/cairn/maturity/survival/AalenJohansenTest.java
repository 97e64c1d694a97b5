package io.cairn.maturity.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AalenJohansenTest {
    /**
     * The worked example of J. M. Satagopan et al., A note on competing risks in survival data analysis, British Journal
     * of Cancer 91 (2004), 1229–1235, table 2: the first nine of 305 patients with breast cancer, dead of it (E), of
     * another cause (CR), or alive (C).
     */
    @Test
    void incidences_are_those_published_for_breast_cancer() {
        var spans = new ArrayList<Span>();
        int[] months = {7, 10, 14, 16, 18, 23, 24, 26, 27};
        var status = List.of("C", "E", "C", "E", "CR", "E", "C", "CR", "E");
        for (var i = 0; i < 9; i++)
            spans.add(new Span(
                    0,
                    months[i],
                    switch (status.get(i)) {
                        case "E" -> Ending.REGRESS;
                        case "CR" -> Ending.LEAVE;
                        default -> null;
                    }));
        for (var i = 9; i < 305; i++) spans.add(new Span(0, 28, null));
        var steps = AalenJohansen.of(spans).steps();
        assertThat(steps).extracting(AalenJohansen.Step::time).containsExactly(10., 16., 18., 23., 26., 27.);
        assertThat(steps).extracting(AalenJohansen.Step::atRisk).containsExactly(304, 302, 301, 300, 298, 297);
        var survival = List.of(99.7, 99.3, 99.0, 98.7, 98.3, 98.0);
        for (var i = 0; i < 6; i++) assertThat(100 * steps.get(i).survival()).isEqualTo(survival.get(i), within(0.05));
        // the column of incidences, each .3; the article adds up the rounded ones
        var before = 0.0;
        for (var step : steps) {
            var incidence = step.of(Ending.REGRESS);
            assertThat(100 * (incidence.probability() - before)).isEqualTo(0.3 * incidence.ended(), within(0.05));
            before = incidence.probability();
        }
    }

    /** The same recursion written out by hand on fractions for six units, three of which advance. */
    @Test
    void the_delta_method_s_variance_is_the_one_of_the_textbook() {
        var spans = List.of(
                new Span(0, 1, Ending.ADVANCE),
                new Span(0, 2, Ending.REGRESS),
                new Span(0, 3, null),
                new Span(0, 4, Ending.ADVANCE),
                new Span(0, 4, Ending.LEAVE),
                new Span(0, 5, Ending.ADVANCE));
        var at4 = AalenJohansen.of(spans).steps().get(2).of(Ending.ADVANCE);
        // S before: 1, 5/6, 4/6; F: 1/6, 1/6, 1/6 + 4/6 · 1/3 = 7/18
        assertThat(at4.probability()).isEqualTo(7 / 18., within(1e-12));
        var since = 7 / 18. - 1 / 6.;
        var first = since * since * (1 / 30.) + since * since * (1 / 20.);
        var second = 1 / 6. * 1 / 6. * 5 / 6. + (4 / 6.) * (4 / 6.) * 2 / 27.;
        var third = 2 * since * (1 / 36.);
        assertThat(at4.standardError()).isEqualTo(Math.sqrt(first + second - third), within(1e-12));
    }

    @Property(tries = 300)
    void what_still_lasts_and_each_way_to_end_add_up_to_one(@ForAll("spans") List<Span> spans) {
        for (var step : AalenJohansen.of(spans).steps()) {
            var ended = step.incidences().values().stream()
                    .mapToDouble(AalenJohansen.Incidence::probability)
                    .sum();
            assertThat(ended + step.survival()).isEqualTo(1, within(1e-12));
        }
    }

    @Property(tries = 300)
    void survival_is_kaplan_and_meier_s(@ForAll("spans") List<Span> spans) {
        var steps = AalenJohansen.of(spans).steps();
        var curve = KaplanMeier.of(spans).steps();
        assertThat(steps).hasSameSizeAs(curve);
        for (var i = 0; i < steps.size(); i++)
            assertThat(steps.get(i).survival()).isEqualTo(curve.get(i).survival(), within(1e-12));
    }

    @Property(tries = 300)
    void with_one_way_to_end_the_variance_is_greenwood_s(@ForAll("spans") List<Span> all) {
        var spans = all.stream()
                .map(it -> new Span(it.entry(), it.exit(), it.ending() == null ? null : Ending.ADVANCE))
                .toList();
        var steps = AalenJohansen.of(spans).steps();
        var curve = KaplanMeier.of(spans).steps();
        for (var i = 0; i < steps.size(); i++) {
            var error = curve.get(i).standardError();
            if (error == null) break;
            assertThat(steps.get(i).of(Ending.ADVANCE).standardError()).isEqualTo(error, within(1e-9));
            var bounds = curve.get(i).bounds();
            var mirrored = steps.get(i).of(Ending.ADVANCE).bounds();
            assertThat(mirrored == null).isEqualTo(bounds == null);
            if (bounds != null && mirrored != null)
                assertThat(mirrored.low()).isEqualTo(1 - bounds.high(), within(1e-6));
        }
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(Ending.class).injectNull(0.3))
                .as((entry, length, ending) -> new Span(entry, entry + length, ending))
                .list()
                .ofMaxSize(40);
    }
}
