package io.cairn.bench.goals;

import static io.cairn.bench.goals.Goal.atLeast;
import static io.cairn.bench.goals.Goal.atMost;

import java.util.List;

/** All goals, in one place. */
public final class Goals {
    public static final List<Goal> ALL = List.of(
            atLeast(3.8, "append-256-to-axon-jdbc", "append/cairn-256", "append/axon-jdbc-16", "append/axon-jdbc-32"),
            atLeast(2.6, "append-64-to-axon-jdbc", "append/cairn-64", "append/axon-jdbc-16", "append/axon-jdbc-32"),
            atLeast(1.4, "append-16-to-axon-jdbc", "append/cairn-16", "append/axon-jdbc-16", "append/axon-jdbc-32"),
            atLeast(0.85, "append-256-to-limit", "append/cairn-256", "append/batch-loop"),
            atLeast(
                    4,
                    "commands-256-to-axon-jdbc",
                    "commands/cairn-256",
                    "commands/axon-jdbc-cache-16",
                    "commands/axon-jdbc-cache-32"),
            atLeast(
                    3,
                    "commands-64-to-axon-jdbc",
                    "commands/cairn-64",
                    "commands/axon-jdbc-cache-16",
                    "commands/axon-jdbc-cache-32"),
            atLeast(0.6, "commands-256-to-limit", "commands/cairn-256", "commands/batch-loop"),
            atLeast(4, "commands-256-to-envers", "commands/cairn-256", "commands/envers-16", "commands/envers-32"),
            atLeast(0.5, "http-to-plain-insert", "http/record-answer-64", "http/plain-insert-16"),
            atLeast(0.9, "replay-to-plain", "replay/cairn-1", "replay/plain"),
            atLeast(5, "replay-to-axon-pooled", "replay/cairn-1", "replay/axon-pooled-1", "replay/axon-pooled-4"),
            atLeast(1.6, "replay-two-to-one", "replay/cairn-2", "replay/cairn-1"),
            atMost(1.8, "visible-500-to-append", "visible/view-500", "visible/append-500"),
            atMost(2.3, "visible-2000-to-append", "visible/view-2000", "visible/append-2000"),
            atLeast(0.95, "read-guarded-to-unguarded", "guarded/guarded", "guarded/unguarded"),
            atMost(1.6, "load-1000-to-select", "load/cairn-1000", "load/select-1000"),
            atMost(1.3, "load-10000-to-100-with-snapshot", "snapshot/cairn-10000", "snapshot/cairn-100"),
            atLeast(0.9, "commands-many-to-few-stored", "growth/cairn-many", "growth/cairn-few"),
            toSql("as-of"),
            toSql("audit"),
            toSql("backslides"),
            toSql("decisions"),
            toSql("forecast"),
            toSql("movement"),
            toSql("portfolio"),
            toSql("roll-up"),
            toSql("stages"),
            toSql("summary"),
            toSql("time-in-stage"),
            toSql("time-to-stage"),
            toSql("timeline"));

    private Goals() {}

    private static Goal toSql(String report) {
        return atMost(1.5, report + "-to-sql", "reports/" + report + "-p99", "reports/" + report + "-sql-p99");
    }
}
