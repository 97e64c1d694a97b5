package io.cairn.bench.scenario;

import io.cairn.bench.database.BenchServer;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Scenario;
import io.cairn.bench.ours.CairnLoading;
import io.cairn.bench.ours.CairnService;
import io.cairn.bench.ours.CairnSettings;
import io.cairn.bench.ours.CairnStreams;
import io.cairn.bench.ours.StoredAnswers;
import io.cairn.bench.plain.PlainStreams;

/** A long stream as events beside its rows; and a command that needs it, with neither cache nor snapshot. */
final class LoadingAStream implements Scenario {
    private static final int LENGTH = 1_000;
    private static final int STREAMS = 50;

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public Stage open(BenchServer server, Plan plan) throws Exception {
        return Opened.with(stage -> {
            var database = stage.database(server, "load");
            var stored = new StoredAnswers(STREAMS, LENGTH, 10);
            stored.fill(database);
            var cairn = stage.closing(CairnService.start(database, CairnSettings.NO_CACHE, CairnSettings.NO_SNAPSHOTS));
            stage.add(CairnStreams.inMillis(cairn, stored::stream, LENGTH));
            stage.add(PlainStreams.select(stage.closing(database.unbound(1)), stored::stream, LENGTH));
            stage.add(new CairnLoading("cairn-command-" + LENGTH, cairn, stored::stream, 0));
        });
    }
}
