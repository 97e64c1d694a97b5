package io.cairn.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-Q4", "2026-H2", "2026"})
    void a_period_is_written_as_it_is_read(String text) {
        assertThat(Period.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-Q5", "2026-Q0", "2026-H3", "26", "2026-q1", "2026-Q1 ", "0001", "2026-Q", "２０２６"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void periods_are_ordered_by_their_end_and_the_longer_one_comes_last() {
        var shuffled = List.of("2027-Q1", "2026", "2026-H2", "2026-Q4", "2026-H1", "2026-Q3", "2026-Q2").stream()
                .map(Period::parse)
                .sorted()
                .map(Period::toString);

        assertThat(shuffled).containsExactly("2026-Q2", "2026-H1", "2026-Q3", "2026-Q4", "2026-H2", "2026", "2027-Q1");
    }

    @Test
    void a_fiscal_year_bears_the_number_of_the_calendar_year_it_starts_in() {
        var april = FiscalCalendar.parse("04-01");

        assertThat(april.firstDay(Period.parse("2026-Q4"))).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(april.lastDay(Period.parse("2026-Q4"))).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(april.periodOf(LocalDate.of(2027, 3, 31), Cadence.HALF_YEARLY))
                .hasToString("2026-H2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"02-29", "13-01", "1-1", "04-31", "April"})
    void a_year_cannot_start_on_a_day_that_is_not_there_every_year(String text) {
        assertThatThrownBy(() -> FiscalCalendar.parse(text)).isInstanceOf(InvalidValue.class);
    }

    @Property
    void every_day_falls_into_exactly_one_period(
            @ForAll Cadence cadence,
            @ForAll @IntRange(min = 1, max = 12) int startMonth,
            @ForAll @IntRange(max = 20_000) int dayNumber) {
        var calendar = FiscalCalendar.parse("%02d-01".formatted(startMonth));
        var day = LocalDate.of(1990, 1, 1).plusDays(dayNumber);

        var period = calendar.periodOf(day, cadence);

        assertThat(day).isBetween(calendar.firstDay(period), calendar.lastDay(period));
        assertThat(calendar.lastDay(period.previous())).isBefore(day);
        assertThat(calendar.firstDay(period.next())).isAfter(day);
        assertThat(period.next().previous()).isEqualTo(period);
    }
}
