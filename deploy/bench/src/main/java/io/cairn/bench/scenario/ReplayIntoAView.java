package io.cairn.bench.scenario;

import io.cairn.bench.axon.PooledReplay;
import io.cairn.bench.axon.StockJdbc;
import io.cairn.bench.axon.StoredSheets;
import io.cairn.bench.database.BenchServer;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Scenario;
import io.cairn.bench.ours.CairnReplay;
import io.cairn.bench.ours.CairnService;
import io.cairn.bench.ours.StoredAnswers;
import io.cairn.bench.plain.PlainReplay;

/** All stored events into a view, one row each. */
final class ReplayIntoAView implements Scenario {
    private static final int LENGTH = 100;
    /** Many enough to spread over segments, whatever the hash. */
    private static final int TENANTS = 1_000;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String unit() {
        return "events/s";
    }

    @Override
    public Stage open(BenchServer server, Plan plan) throws Exception {
        return Opened.with(stage -> {
            var database = stage.database(server, "replay");
            var events = new StoredAnswers(plan.replayed() / LENGTH, LENGTH, TENANTS);
            events.fill(database);
            var jdbc = stage.closing(new StockJdbc(database, 16)).createTables();
            StoredSheets.fill(database, jdbc, events.events());
            var projector = stage.closing(CairnService.start(database)).projector();
            stage.add(new CairnReplay(database, events.events(), 1));
            stage.add(new PlainReplay(database, projector, events.events()));
            stage.add(new CairnReplay(database, events.events(), 2));
            stage.add(PooledReplay.of(database, jdbc, 1));
            stage.add(PooledReplay.of(database, jdbc, 4));
            stage.add(PooledReplay.gathering(database, jdbc, 1));
            stage.add(PooledReplay.gathering(database, jdbc, 4));
        });
    }
}
