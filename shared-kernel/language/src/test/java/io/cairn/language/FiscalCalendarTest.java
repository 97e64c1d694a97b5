package io.cairn.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FiscalCalendarTest {
    @ParameterizedTest
    @CsvSource({
        "01-01, 2026-Q1, 2026-01-01, 2026-03-31",
        "01-01, 2024-H1, 2024-01-01, 2024-06-30",
        "01-01, 2026,    2026-01-01, 2026-12-31",
        "04-01, 2026-Q4, 2027-01-01, 2027-03-31",
        "04-06, 2026-Q1, 2026-04-06, 2026-07-05",
        "04-06, 2026,    2026-04-06, 2027-04-05",
        "11-15, 2026-Q1, 2026-11-15, 2027-02-14",
        "12-31, 2026-Q2, 2027-03-31, 2027-06-29",
        "02-28, 2024-Q1, 2024-02-28, 2024-05-27",
        "03-01, 2027-Q4, 2027-12-01, 2028-02-29",
        "03-01, 2026-Q4, 2026-12-01, 2027-02-28",
        "11-30, 2023-Q1, 2023-11-30, 2024-02-28",
        "11-30, 2023-Q2, 2024-02-29, 2024-05-29",
        "07-01, 2026-H2, 2027-01-01, 2027-06-30",
        "01-01, 2999,    2999-01-01, 2999-12-31",
        "04-01, 2999-Q4, 3000-01-01, 3000-03-31",
    })
    void a_period_has_its_first_and_last_day(String start, String period, LocalDate first, LocalDate last) {
        var calendar = FiscalCalendar.parse(start);
        assertThat(calendar.firstDay(Period.parse(period))).isEqualTo(first);
        assertThat(calendar.lastDay(Period.parse(period))).isEqualTo(last);
    }

    /** Four years with a leap day, for every day a fiscal year can start on. */
    @ParameterizedTest
    @EnumSource(Cadence.class)
    void every_day_lies_in_one_period_and_the_next_one_begins_the_day_after(Cadence cadence) {
        for (var start = LocalDate.of(2025, 1, 1); start.getYear() == 2025; start = start.plusDays(1)) {
            var calendar = FiscalCalendar.parse(start.toString().substring(5));
            var period = calendar.periodOf(LocalDate.of(2026, 6, 15), cadence);
            for (var day = LocalDate.of(2026, 6, 15); day.getYear() < 2031; day = day.plusDays(1)) {
                if (day.isAfter(calendar.lastDay(period))) {
                    period = period.next();
                    assertThat(calendar.firstDay(period)).isEqualTo(day);
                }
                assertThat(calendar.periodOf(day, cadence)).isEqualTo(period);
            }
        }
    }

    @Test
    void there_is_no_fiscal_year_that_starts_on_a_leap_day() {
        assertThatThrownBy(() -> FiscalCalendar.parse("02-29")).isInstanceOf(InvalidValue.class);
    }
}
