package io.cairn.bench.scenario;

import io.cairn.bench.axon.StockAppend;
import io.cairn.bench.axon.StockJdbc;
import io.cairn.bench.axon.StockJpa;
import io.cairn.bench.database.BenchServer;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Scenario;
import io.cairn.bench.ours.CairnAppend;
import io.cairn.bench.ours.CairnService;
import io.cairn.bench.plain.BatchLoop;
import io.cairn.bench.plain.PlainInsert;

/** Durable appends at the engine, one event each. */
final class Append implements Scenario {
    @Override
    public String name() {
        return "append";
    }

    @Override
    public String unit() {
        return "events/s";
    }

    @Override
    public Stage open(BenchServer server, Plan plan) throws Exception {
        return Opened.with(stage -> {
            var database = stage.database(server, "append");
            var cairn = stage.closing(CairnService.start(database));
            var jdbc16 = stage.closing(new StockJdbc(database, 16)).createTables();
            var jdbc32 = stage.closing(new StockJdbc(database, 32));
            var jpa = stage.closing(new StockJpa(database, 32));
            stage.addOnEmpty(database, new CairnAppend(cairn, 256));
            stage.addOnEmpty(database, new BatchLoop(database));
            stage.addOnEmpty(database, StockAppend.of(jdbc16, 16));
            stage.addOnEmpty(database, new CairnAppend(cairn, 64));
            stage.addOnEmpty(database, StockAppend.of(jdbc32, 32));
            stage.addOnEmpty(database, new CairnAppend(cairn, 16));
            stage.addOnEmpty(database, new PlainInsert(database, 16));
            stage.addOnEmpty(database, new PlainInsert(database, 32));
            stage.addOnEmpty(database, StockAppend.of(jpa, 16));
            stage.addOnEmpty(database, StockAppend.of(jpa, 32));
        });
    }
}
