package io.cairn.language;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A fiscal quarter, half or year, written {@code 2026-Q4}, {@code 2026-H2}, {@code 2026}. Periods are ordered by
 * their end, a longer one after a shorter one with the same end; dates come from a {@link FiscalCalendar}.
 */
public record Period(int year, Cadence cadence, int number) implements Comparable<Period> {
    public static final int FIRST_YEAR = 1900;

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-([QH])(\\d))?");
    private static final Comparator<Period> ORDER = Comparator.comparingInt(Period::endMonth)
            .thenComparingInt(p -> p.cadence().months());

    public Period {
        if (year < FIRST_YEAR || year > 2999) throw new InvalidValue("the year of a period is between 1900 and 2999");
        if (number < 1 || number > 12 / cadence.months())
            throw new InvalidValue("there is no " + cadence.letter() + number + " in a year");
    }

    public static Period parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) throw new InvalidValue("a period has the form 2026-Q4, 2026-H2 or 2026");
        var year = Integer.parseInt(match.group(1));
        if (match.group(2) == null) return new Period(year, Cadence.YEARLY, 1);
        var cadence = match.group(2).equals("Q") ? Cadence.QUARTERLY : Cadence.HALF_YEARLY;
        return new Period(year, cadence, Integer.parseInt(match.group(3)));
    }

    /** Months from the start of fiscal year 0 to the end of this period: a total order key that needs no calendar. */
    public int endMonth() {
        return year * 12 + number * cadence.months();
    }

    public Period next() {
        return number == 12 / cadence.months()
                ? new Period(year + 1, cadence, 1)
                : new Period(year, cadence, number + 1);
    }

    public Period previous() {
        return number == 1
                ? new Period(year - 1, cadence, 12 / cadence.months())
                : new Period(year, cadence, number - 1);
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return cadence == Cadence.YEARLY ? Integer.toString(year) : year + "-" + cadence.letter() + number;
    }
}
