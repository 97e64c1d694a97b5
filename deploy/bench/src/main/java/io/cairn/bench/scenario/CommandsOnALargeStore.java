package io.cairn.bench.scenario;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.database.BenchServer;
import io.cairn.bench.measure.Peer;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Scenario;
import io.cairn.bench.ours.CairnCommands;
import io.cairn.bench.ours.CairnService;
import io.cairn.bench.ours.StoredAnswers;
import io.cairn.language.StreamId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The same commands on streams of a small and of a large store. */
final class CommandsOnALargeStore implements Scenario {
    private static final int LENGTH = 20;
    private static final int CALLERS = 256;
    private static final int STREAMS_EACH = 4;
    /** Spreads the streams that are used over all there are. */
    private static final long STRIDE = 7_919;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String unit() {
        return "commands/s";
    }

    @Override
    public Stage open(BenchServer server, Plan plan) throws Exception {
        return Opened.with(stage -> {
            for (var size : Map.of("few", plan.few(), "many", plan.many()).entrySet()) {
                var database = stage.database(server, size.getKey());
                var stored = new StoredAnswers(size.getValue() / LENGTH, LENGTH, 100);
                stored.fill(database);
                stage.add(new Grown("cairn-" + size.getKey(), database, stored));
            }
        });
    }

    /** In each turn a service of its own, on the store as it was in the beginning. */
    private record Grown(String name, BenchDatabase database, StoredAnswers stored) implements Peer {
        @Override
        public void prepare() throws Exception {
            database.forgetBehind(stored.events());
        }

        @Override
        public Map<String, Double> measure(Duration time) throws Exception {
            try (var cairn = CairnService.start(database)) {
                // its first commands read their streams and fill its cache; they are not counted
                var commands = new CairnCommands(name, cairn, CALLERS, this::streams);
                commands.measure(time.dividedBy(2));
                return commands.measure(time);
            }
        }

        private List<StreamId> streams(int caller) {
            return LongStream.range(0, STREAMS_EACH)
                    .mapToObj(i -> stored.stream((caller * STREAMS_EACH + i) * STRIDE))
                    .toList();
        }
    }
}
