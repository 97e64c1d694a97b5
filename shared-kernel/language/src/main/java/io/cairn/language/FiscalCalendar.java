package io.cairn.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;

/** When a tenant's fiscal year starts. A fiscal year bears the number of the calendar year it starts in. */
public record FiscalCalendar(MonthDay yearStart) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("MM-dd");

    public FiscalCalendar {
        if (yearStart.equals(MonthDay.of(Month.FEBRUARY, 29)))
            throw new InvalidValue("a fiscal year cannot start on 29 February");
    }

    /** Month and day, as in {@code 04-01}. */
    public static FiscalCalendar parse(String text) {
        try {
            return new FiscalCalendar(MonthDay.parse(text, FORM));
        } catch (DateTimeException e) {
            throw new InvalidValue("a fiscal year start has the form 04-01 (month and day)");
        }
    }

    /** The first day of the period. */
    public LocalDate firstDay(Period period) {
        return afterMonths(period, (period.number() - 1) * period.cadence().months());
    }

    /** The last day of the period, inclusive. */
    public LocalDate lastDay(Period period) {
        return afterMonths(period, period.number() * period.cadence().months()).minusDays(1);
    }

    /** Counted from the start of the period's fiscal year. */
    private LocalDate afterMonths(Period period, int months) {
        return yearStart.atYear(period.year()).plusMonths(months);
    }

    /** The period of that length in which the day falls. */
    public Period periodOf(LocalDate day, Cadence cadence) {
        var year = day.isBefore(yearStart.atYear(day.getYear())) ? day.getYear() - 1 : day.getYear();
        var period = new Period(year, cadence, 1);
        while (lastDay(period).isBefore(day)) period = period.next();
        return period;
    }

    @Override
    public String toString() {
        return FORM.format(yearStart);
    }
}
