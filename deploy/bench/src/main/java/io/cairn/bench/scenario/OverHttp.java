package io.cairn.bench.scenario;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.database.BenchServer;
import io.cairn.bench.http.Assessments;
import io.cairn.bench.http.CairnProcess;
import io.cairn.bench.http.RecordAnswers;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Scenario;
import io.cairn.bench.plain.PlainInsert;

/** The packaged product over HTTP beside plain inserts on its own database server. */
final class OverHttp implements Scenario {
    private static final int CLIENTS = 64;

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String unit() {
        return "requests/s";
    }

    @Override
    public Stage open(BenchServer server, Plan plan) throws Exception {
        return Opened.with(stage -> {
            var cairn = stage.closing(CairnProcess.start(server.home().resolve("cairn")));
            var database = BenchDatabase.of(cairn.databaseUrl(), cairn.databasePassword());
            var assessments = Assessments.open(cairn, CLIENTS);
            stage.add(RecordAnswers.put(assessments));
            stage.add(new PlainInsert(database, 16));
            stage.add(RecordAnswers.keyed(assessments));
        });
    }
}
