package io.cairn.bench.scenario;

import io.cairn.bench.database.BenchServer;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Scenario;
import io.cairn.bench.reports.Companies;
import io.cairn.bench.reports.Reports;

/** Every report, beside the SQL it runs, where many companies have years of quarters behind them. */
final class ReportsOfManyCompanies implements Scenario {
    @Override
    public String name() {
        return "reports";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public Stage open(BenchServer server, Plan plan) throws Exception {
        return Opened.with(stage -> {
            var database = stage.database(server, "reports");
            var reports = stage.closing(Reports.open(database, new Companies(plan.companies()), System.out::println));
            database.execute("vacuum analyze");
            reports.peers(stage.closing(database.as("app", 4)), plan.asked()).forEach(stage::add);
        });
    }
}
