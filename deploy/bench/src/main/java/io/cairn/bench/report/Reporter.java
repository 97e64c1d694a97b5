package io.cairn.bench.report;

import io.cairn.bench.database.BenchServer;
import io.cairn.bench.goals.Goals;
import io.cairn.bench.goals.Verdict;
import io.cairn.bench.measure.Figure;
import io.cairn.bench.measure.Plan;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Notes the circumstances at the start and puts everything together at the end. */
public final class Reporter {
    private final BenchServer server;
    private final Plan plan;
    private final Instant startedAt = Instant.now();
    private final double fsyncsPerSecond;

    public Reporter(BenchServer server, Plan plan) throws IOException {
        this.server = server;
        this.plan = plan;
        this.fsyncsPerSecond = FsyncRate.measure(server.home(), plan.time());
    }

    public Report of(Map<String, Figure> figures, Map<String, String> failures) throws IOException, SQLException {
        return new Report(
                plan,
                startedAt,
                Duration.between(startedAt, Instant.now()),
                System.getProperty("cairn.bench.commit", "unknown"),
                Machine.described(server.home()),
                server.version(),
                server.settings(),
                fsyncsPerSecond,
                figures,
                Verdict.of(Goals.ALL, figures),
                failures);
    }
}
