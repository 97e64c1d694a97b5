package io.cairn.bench.scenario;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.database.BenchServer;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Scenario;
import io.cairn.bench.ours.CairnLoading;
import io.cairn.bench.ours.CairnService;
import io.cairn.bench.ours.CairnSettings;
import io.cairn.bench.ours.RecordAnswer;
import io.cairn.bench.ours.StoredAnswers;
import io.cairn.bench.payload.CairnAnswers;
import java.sql.SQLException;
import java.util.List;

/** Commands whose aggregate is loaded from a snapshot: how long its stream is must not matter. */
final class LoadingFromASnapshot implements Scenario {
    private static final List<Integer> LENGTHS = List.of(10_000, 100);
    private static final int STREAMS = 4;
    /** More than lie between two snapshots, so that both streams have a fresh one, equally far behind. */
    private static final int MORE = 130;

    @Override
    public String name() {
        return "snapshot";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public Stage open(BenchServer server, Plan plan) throws Exception {
        return Opened.with(stage -> {
            var database = stage.database(server, "snapshot");
            for (var length : LENGTHS) goOn(database, new StoredAnswers(STREAMS, length, 2));
            var cairn = stage.closing(CairnService.start(database, CairnSettings.NO_CACHE));
            for (var length : LENGTHS) {
                var stored = new StoredAnswers(STREAMS, length, 2);
                stage.add(new CairnLoading("cairn-" + length, cairn, stored::stream, MORE));
            }
        });
    }

    /** Snapshots come with commands; closing the service lets those under way be written. */
    private static void goOn(BenchDatabase database, StoredAnswers stored) throws SQLException {
        stored.fill(database);
        try (var cairn = CairnService.start(database)) {
            for (var stream = 0L; stream < STREAMS; stream++)
                for (var number = 1L; number <= MORE; number++)
                    cairn.commands().send(new RecordAnswer(stored.stream(stream), number), CairnAnswers.ORIGIN);
        }
    }
}
