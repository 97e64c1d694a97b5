package io.cairn.reporting.known;

import io.cairn.language.Period;

/** A period's place in {@link Period}'s order as one number, so that the database can sort and range by it. */
public final class PeriodOrder {
    private static final int LENGTHS = 100;

    private PeriodOrder() {}

    public static int of(Period period) {
        return period.endMonth() * LENGTHS + period.cadence().months();
    }

    /** The lowest of the periods that end on or after the first month of this one. */
    public static int startOf(Period period) {
        return (period.endMonth() - period.cadence().months() + 1) * LENGTHS;
    }

    /** The highest of the periods that end with this one. */
    public static int endOf(Period period) {
        return endOf(period.endMonth());
    }

    /** The highest of the periods that end in that month. */
    public static int endOf(int endMonth) {
        return endMonth * LENGTHS + LENGTHS - 1;
    }

    /** {@link Period#endMonth} of the period at that place. */
    public static int endMonth(int order) {
        return order / LENGTHS;
    }
}
