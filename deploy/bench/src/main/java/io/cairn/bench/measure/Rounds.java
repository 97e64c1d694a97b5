package io.cairn.bench.measure;

import io.cairn.bench.database.BenchServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures the peers of a scenario in turn, round by round, so that whatever else slows the machine slows all of
 * them; each round begins with another peer.
 */
public final class Rounds {
    private final BenchServer server;
    private final Plan plan;
    private final Consumer<String> progress;

    public Rounds(BenchServer server, Plan plan, Consumer<String> progress) {
        this.server = server;
        this.plan = plan;
        this.progress = progress;
    }

    /** The figures by {@code scenario/peer}, in the order of the peers. */
    public Map<String, Figure> of(Scenario scenario) throws Exception {
        progress.accept(scenario.name() + ": getting ready");
        var measured = new LinkedHashMap<String, List<Double>>();
        try (var stage = scenario.open(server, plan)) {
            for (var peer : stage.peers()) {
                peer.prepare();
                peer.warmUp(plan.warmUp());
            }
            for (var round = 0; round < plan.rounds(); round++) {
                progress.accept(scenario.name() + ": round " + (round + 1) + " of " + plan.rounds());
                var turns = new ArrayList<>(stage.peers());
                Collections.rotate(turns, -round);
                for (var peer : turns)
                    turn(peer, plan.time())
                            .forEach((name, value) -> measured.computeIfAbsent(
                                            scenario.name() + "/" + name, n -> new ArrayList<>())
                                    .add(value));
            }
        }
        var figures = new LinkedHashMap<String, Figure>();
        measured.forEach((name, values) -> figures.put(name, new Figure(scenario.unit(), values)));
        return figures;
    }

    private Map<String, Double> turn(Peer peer, Duration time) throws Exception {
        peer.prepare();
        // pages are written whole the first time they change after a checkpoint: everybody starts from one
        server.checkpoint();
        return peer.measure(time);
    }
}
