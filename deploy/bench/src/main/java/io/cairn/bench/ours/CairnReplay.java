package io.cairn.bench.ours;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.measure.Peer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A view that applies all events from the first on, with that many segments; however long it takes. */
public final class CairnReplay implements Peer {
    private final BenchDatabase database;
    private final long events;
    private final int segments;

    public CairnReplay(BenchDatabase database, long events, int segments) {
        this.database = database;
        this.events = events;
        this.segments = segments;
    }

    @Override
    public String name() {
        return "cairn-" + segments;
    }

    /** Neither rows nor tokens, whatever tables hold them. */
    @Override
    public void prepare() throws SQLException {
        database.emptyView();
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        try (var cairn = CairnService.startWithView(database, CairnSettings.segments(segments))) {
            if (!cairn.projections().await(List.of(AnsweredView.NAME), events, Duration.ofMinutes(10)))
                throw new IllegalStateException("the view has not caught up");
            var seconds = (System.nanoTime() - cairn.projectionsBegan()) / 1e9;
            var rows = database.count("bench.answered");
            if (rows != events) throw new IllegalStateException("the view has " + rows + " rows of " + events);
            return Map.of(name(), events / seconds);
        }
    }
}
