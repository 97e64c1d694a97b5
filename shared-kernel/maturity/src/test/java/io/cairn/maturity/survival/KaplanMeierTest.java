package io.cairn.maturity.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    /**
     * Weeks of remission under 6-MP, a minus for those still in it: Freireich et al., Blood 21 (1963), 699–716. The
     * figures are those of J. P. Klein and M. L. Moeschberger, Survival Analysis, 2nd ed. 2003, tables 4.1A and 4.2.
     */
    private static final int[] WEEKS = {
        6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
    };

    private static List<Span> remission() {
        return Arrays.stream(WEEKS)
                .mapToObj(week -> new Span(0, Math.abs(week), week > 0 ? Ending.REGRESS : null))
                .toList();
    }

    @Test
    void survival_risk_sets_and_greenwood_s_errors_are_those_published_for_6_mp() {
        var curve = KaplanMeier.of(remission());
        assertThat(curve.steps()).extracting(KaplanMeier.Step::time).containsExactly(6., 7., 10., 13., 16., 22., 23.);
        assertThat(curve.steps()).extracting(KaplanMeier.Step::atRisk).containsExactly(21, 17, 15, 12, 11, 7, 6);
        var survival = List.of(0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448);
        var errors = List.of(0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346);
        for (var i = 0; i < 7; i++) {
            assertThat(curve.steps().get(i).survival()).isEqualTo(survival.get(i), within(0.0005));
            assertThat(curve.steps().get(i).standardError()).isEqualTo(errors.get(i), within(0.00005));
        }
    }

    /** As SAS (LIFETEST, conftype=loglog) and Stata (sts list) print them for the same data. */
    @Test
    void log_log_intervals_are_those_published_for_6_mp() {
        var low = List.of(0.6197, 0.5631, 0.5032, 0.4316, 0.3675, 0.2678, 0.1881);
        var high = List.of(0.9516, 0.9228, 0.8894, 0.8491, 0.8049, 0.7468, 0.6801);
        var steps = KaplanMeier.of(remission()).steps();
        for (var i = 0; i < 7; i++) {
            var bounds = Objects.requireNonNull(steps.get(i).bounds());
            assertThat(bounds.low()).isEqualTo(low.get(i), within(0.00005));
            assertThat(bounds.high()).isEqualTo(high.get(i), within(0.00005));
        }
    }

    /** SAS and Stata: 23, from 13 on, without an upper end. */
    @Test
    void the_median_of_6_mp_is_23_weeks_and_its_upper_end_is_not_reached() {
        assertThat(KaplanMeier.of(remission()).median()).isEqualTo(new KaplanMeier.Median(23., 13., null));
    }

    /**
     * Ten (start, stop] intervals: test data set 2 of T. M. Therneau and P. M. Grambsch, Modeling Survival Data, 2000,
     * appendix E; risk sets and survival as in the tests of R's package survival (survtest.R), and with
     * {@code −Σ d·log n = −9.392662}, the log partial likelihood at 0 that the book gives.
     */
    @Test
    void who_enters_late_is_at_risk_only_from_then_on() {
        int[] start = {1, 2, 5, 2, 1, 7, 3, 4, 8, 8};
        int[] stop = {2, 3, 6, 7, 8, 9, 9, 9, 14, 17};
        var spans = new ArrayList<Span>();
        for (var i = 0; i < 10; i++) spans.add(new Span(start[i], stop[i], i < 7 ? Ending.REGRESS : null));
        var steps = KaplanMeier.of(spans).steps();
        assertThat(steps).extracting(KaplanMeier.Step::time).containsExactly(2., 3., 6., 7., 8., 9.);
        assertThat(steps).extracting(KaplanMeier.Step::atRisk).containsExactly(2, 3, 5, 4, 4, 5);
        var published = List.of(1 / 2., 1 / 3., 4 / 15., 1 / 5., 3 / 20., 9 / 100.);
        for (var i = 0; i < 6; i++) assertThat(steps.get(i).survival()).isEqualTo(published.get(i), within(1e-12));
        assertThat(steps.stream()
                        .mapToDouble(it -> -it.ended() * Math.log(it.atRisk()))
                        .sum())
                .isEqualTo(-9.392662, within(5e-7));
    }

    @Test
    void where_all_have_ended_there_is_no_error_and_no_interval() {
        var steps = KaplanMeier.of(List.of(new Span(0, 1, Ending.LEAVE), new Span(0, 2, Ending.LEAVE)))
                .steps();
        assertThat(steps.getLast().survival()).isZero();
        assertThat(steps.getLast().standardError()).isNull();
        assertThat(steps.getLast().bounds()).isNull();
    }

    @Test
    void of_nothing_there_is_no_step_and_no_median() {
        assertThat(KaplanMeier.of(List.of()).steps()).isEmpty();
        assertThat(KaplanMeier.of(List.of(new Span(0, 3, null))).median())
                .isEqualTo(new KaplanMeier.Median(null, null, null));
    }

    @Property(tries = 200)
    void without_censoring_it_is_one_minus_the_share_that_has_ended(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 12) Integer> ends) {
        var curve = KaplanMeier.of(
                ends.stream().map(end -> new Span(0, end, Ending.ADVANCE)).toList());
        for (var step : curve.steps()) {
            var ended = ends.stream().filter(end -> end <= step.time()).count();
            var share = 1 - (double) ended / ends.size();
            assertThat(step.survival()).isEqualTo(share, within(1e-12));
            // Greenwood's variance is the binomial one then
            if (ended < ends.size())
                assertThat(step.standardError()).isEqualTo(Math.sqrt(share * (1 - share) / ends.size()), within(1e-12));
        }
    }
}
