package io.cairn.bench.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/** A report that somebody of a company asks for. */
record Request(int company, String path) {
    /** So many of each report at most, asked again and again. */
    private static final int EACH = 120;

    private record Asking(int company, int units, Random random) {
        String unit() {
            return CompanyYears.code(random.nextInt(units)).value();
        }

        int quarter() {
            return 1 + random.nextInt(4);
        }
    }

    private static final Map<String, Function<Asking, String>> REPORTS = new TreeMap<>(Map.ofEntries(
            Map.entry("timeline", it -> "/reports/timeline?model=egdi&unit=" + it.unit()),
            Map.entry("stages", it -> "/reports/stages?model=egdi&limit=200&period=2026-Q" + it.quarter()),
            Map.entry("movement", it -> "/reports/movement?model=egdi&from=2025-Q4&to=2026-Q4"),
            Map.entry("time-in-stage", it -> "/reports/time-in-stage?model=egdi"),
            Map.entry("time-to-stage", it -> "/reports/time-to-stage?model=egdi&stage=high"),
            Map.entry("forecast", it -> "/reports/forecast?model=egdi&until=2027-Q4"),
            Map.entry("backslides", it -> "/reports/backslides?model=egdi&limit=50"),
            Map.entry("roll-up", it -> "/reports/roll-up?model=egdi&period=2026-Q4"),
            Map.entry("portfolio", it -> "/reports/portfolio?model=egdi&limit=50"),
            Map.entry("summary", it -> "/reports/summary?model=egdi&period=2026-Q4&unit=" + it.unit()),
            Map.entry("as-of", it -> "/reports/units/%s/as-of?model=egdi&effective=2026-Q4".formatted(it.unit())),
            Map.entry("decisions", it -> "/audit/decisions?limit=100&unit=" + it.unit()),
            Map.entry("audit", it -> "/audit/answers?limit=100&unit=" + it.unit())));

    static List<String> reports() {
        return List.copyOf(REPORTS.keySet());
    }

    /** The same ones every time, no more than are asked. */
    static List<Request> of(String report, Companies companies, int asked) {
        var sample = companies.sample();
        var random = new Random(report.hashCode());
        var requests = new ArrayList<Request>();
        for (var i = 0; i < Math.min(EACH, asked); i++) {
            var company = sample.get(i % sample.size());
            var asking = new Asking(company, companies.units(company), random);
            requests.add(new Request(
                    company, Objects.requireNonNull(REPORTS.get(report)).apply(asking)));
        }
        return requests;
    }
}
