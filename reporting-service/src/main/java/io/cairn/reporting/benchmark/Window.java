package io.cairn.reporting.benchmark;

import io.cairn.language.FiscalCalendar;
import io.cairn.language.Period;
import java.time.LocalDate;

/**
 * Assessments that a release counts: those whose period ends within the twelve months that end with the release's period.
 * The release's own period is one of the calendar year; a company's are after its fiscal year.
 *
 * @param first day, inclusive
 * @param last day, inclusive
 */
record Window(LocalDate first, LocalDate last) {
    private static final FiscalCalendar CALENDAR_YEAR = FiscalCalendar.parse("01-01");

    static Window of(Period period) {
        var last = CALENDAR_YEAR.lastDay(period);
        return new Window(last.plusDays(1).minusYears(1), last);
    }

    boolean holds(Period period, FiscalCalendar calendar) {
        var end = calendar.lastDay(period);
        return !end.isBefore(first) && !end.isAfter(last);
    }
}
