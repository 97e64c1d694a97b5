package io.cairn.bench.scenario;

import io.cairn.bench.axon.StockCommands;
import io.cairn.bench.axon.StockJdbc;
import io.cairn.bench.database.BenchServer;
import io.cairn.bench.envers.EnversCommands;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Scenario;
import io.cairn.bench.ours.CairnCommands;
import io.cairn.bench.ours.CairnService;
import io.cairn.bench.plain.BatchLoop;

/** Durable commands on event-sourced aggregates, and on rows with an audit table. */
final class CommandsThroughAxon implements Scenario {
    @Override
    public String name() {
        return "commands";
    }

    @Override
    public String unit() {
        return "commands/s";
    }

    @Override
    public Stage open(BenchServer server, Plan plan) throws Exception {
        return Opened.with(stage -> {
            var database = stage.database(server, "commands");
            var cairn = stage.closing(CairnService.start(database));
            var jdbc16 = stage.closing(new StockJdbc(database, 16)).createTables();
            var jdbc32 = stage.closing(new StockJdbc(database, 32));
            stage.addOnEmpty(database, new CairnCommands(cairn, 256));
            stage.addOnEmpty(database, new StockCommands(jdbc16, 16, true));
            stage.addOnEmpty(database, new StockCommands(jdbc32, 32, true));
            stage.addOnEmpty(database, new CairnCommands(cairn, 64));
            stage.addOnEmpty(database, new StockCommands(jdbc16, 16, false));
            stage.addOnEmpty(database, new BatchLoop(database));
            stage.addOnEmpty(database, new EnversCommands(database, 16));
            stage.addOnEmpty(database, new EnversCommands(database, 32));
        });
    }
}
