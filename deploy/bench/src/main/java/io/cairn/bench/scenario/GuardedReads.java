package io.cairn.bench.scenario;

import io.cairn.bench.database.BenchServer;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Scenario;
import io.cairn.bench.ours.CairnService;
import io.cairn.bench.ours.CairnStreams;
import io.cairn.bench.ours.StoredAnswers;
import io.cairn.bench.plain.PlainStreams;

/**
 * What row-level security costs a reader: the same SELECT by a role it binds and by one it does not, with nothing made
 * of the rows that would hide it. Beside it the store's own reader, which makes events of them.
 */
final class GuardedReads implements Scenario {
    /** As many as an assessment has answers. */
    private static final int LENGTH = 60;

    private static final int STREAMS = 1_000;

    @Override
    public String name() {
        return "guarded";
    }

    @Override
    public String unit() {
        return "streams/s";
    }

    @Override
    public Stage open(BenchServer server, Plan plan) throws Exception {
        return Opened.with(stage -> {
            var database = stage.database(server, "guarded");
            var stored = new StoredAnswers(STREAMS, LENGTH, 100);
            stored.fill(database);
            var cairn = stage.closing(CairnService.start(database));
            stage.add(PlainStreams.guarded(cairn.app(), stored::stream, LENGTH));
            stage.add(PlainStreams.unguarded(stage.closing(database.unbound(1)), stored::stream, LENGTH));
            stage.add(CairnStreams.perSecond(cairn, stored::stream, LENGTH));
        });
    }
}
