package io.cairn.bench.reports;

import io.cairn.eventstore.EventAppender;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Companies that assess their units quarter by quarter: every hundredth is large and has half of all units, the others
 * are small. How long a unit has been assessed is geometrically distributed with a mean of six quarters, and at most
 * forty; the first unit of a large company has all forty. The same numbers give the same companies.
 *
 * @param number how many, at least 1
 */
public record Companies(int number) {
    /** So many companies' events go to the store at once. */
    private static final int AT_ONCE = 50;

    private static final int ONE_LARGE_IN = 100;
    private static final int UNITS_OF_SMALL = 5;
    private static final double MEAN_QUARTERS = 6;

    static final int QUARTERS = 40;

    TenantId tenant(int company) {
        return TenantId.of(slug(company));
    }

    static Slug slug(int company) {
        return new Slug("company-" + company);
    }

    /** The root is one of them. */
    int units(int company) {
        return large(company) ? UNITS_OF_SMALL * Math.min(ONE_LARGE_IN, number) : UNITS_OF_SMALL;
    }

    static boolean large(int company) {
        return company % ONE_LARGE_IN == 0;
    }

    /** How many of the last quarters a unit was assessed in, 1..40. */
    static int quarters(int company, int unit) {
        if (large(company) && unit == 0) return QUARTERS;
        var random = new Random(31L * company + unit);
        random.nextInt();
        return (int) Math.min(QUARTERS, 1 + Math.floor(-Math.log1p(-random.nextDouble()) * (MEAN_QUARTERS - 1)));
    }

    public int allUnits() {
        var units = 0;
        for (var company = 0; company < number; company++) units += units(company);
        return units;
    }

    /** Adds all of them to the store. @return how many events */
    public long fill(EventAppender appender) {
        var events = 0L;
        for (var first = 0; first < number; first += AT_ONCE) {
            try (var append = appender.bulk()) {
                for (var company = first; company < Math.min(number, first + AT_ONCE); company++)
                    for (var event : new CompanyYears(tenant(company), company, units(company)).events()) {
                        append.add(event);
                        events++;
                    }
                append.commit();
            }
        }
        return events;
    }

    /** A few large ones and a few small ones, the same every time. */
    List<Integer> sample() {
        var sample = new ArrayList<Integer>();
        for (var company = 0; company < number && sample.size() < 10; company += ONE_LARGE_IN) sample.add(company);
        for (var company = 1; company < number && sample.size() < 40; company += Math.max(1, number / 30))
            if (!large(company)) sample.add(company);
        return sample;
    }
}
