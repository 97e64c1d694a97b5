package io.cairn.reporting.known;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Cadence;
import io.cairn.language.Period;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PeriodOrderTest {
    @Property
    void orders_as_periods_do(@ForAll("periods") Period one, @ForAll("periods") Period other) {
        assertThat(Integer.signum(Integer.compare(PeriodOrder.of(one), PeriodOrder.of(other))))
                .isEqualTo(Integer.signum(one.compareTo(other)));
    }

    @Test
    void a_year_holds_the_periods_that_end_in_it() {
        var year = Period.parse("2026");
        for (var inside : new String[] {"2026-Q1", "2026-Q4", "2026-H1", "2026-H2", "2026"})
            assertThat(PeriodOrder.of(Period.parse(inside)))
                    .isBetween(PeriodOrder.startOf(year), PeriodOrder.endOf(year));
        for (var outside : new String[] {"2025-Q4", "2025", "2027-Q1", "2027"})
            assertThat(PeriodOrder.of(Period.parse(outside)))
                    .matches(order -> order < PeriodOrder.startOf(year) || order > PeriodOrder.endOf(year));
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.of(Cadence.values())
                .flatMap(cadence -> Arbitraries.integers()
                        .between(1, 12 / cadence.months())
                        .flatMap(number -> Arbitraries.integers()
                                .between(2020, 2024)
                                .map(year -> new Period(year, cadence, number))));
    }
}
