package io.cairn.bench.scenario;

import io.cairn.bench.database.BenchServer;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Scenario;
import io.cairn.bench.ours.CairnService;
import io.cairn.bench.ours.CairnVisible;

/** From an append to its row in a view, at a fixed rate. */
final class VisibleInAView implements Scenario {
    @Override
    public String name() {
        return "visible";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public Stage open(BenchServer server, Plan plan) throws Exception {
        return Opened.with(stage -> {
            var database = stage.database(server, "visible");
            var cairn = stage.closing(CairnService.startWithView(database));
            stage.add(new CairnVisible(cairn, 500));
            stage.add(new CairnVisible(cairn, 2_000));
        });
    }
}
