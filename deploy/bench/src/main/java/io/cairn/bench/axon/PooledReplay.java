package io.cairn.bench.axon;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.measure.Peer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * Axon's pooled processor over its own engine: a row for each event, tokens in JDBC, real transactions around large
 * batches. The rate is that of what was committed during the time, so that a slow one need not go through all events.
 */
public final class PooledReplay implements Peer {
    private static final int BATCH = 1_000;

    private final BenchDatabase database;
    private final StockJdbc jdbc;
    private final int segments;
    private final boolean gathering;

    private PooledReplay(BenchDatabase database, StockJdbc jdbc, int segments, boolean gathering) {
        this.database = database;
        this.jdbc = jdbc;
        this.segments = segments;
        this.gathering = gathering;
    }

    /** With a handler as one writes it: each event's row is inserted when the event comes. */
    public static PooledReplay of(BenchDatabase database, StockJdbc jdbc, int segments) {
        return new PooledReplay(database, jdbc, segments, false);
    }

    /** With a handler that does what Axon does not do for it: it gathers its rows and sends them as one JDBC batch. */
    public static PooledReplay gathering(BenchDatabase database, StockJdbc jdbc, int segments) {
        return new PooledReplay(database, jdbc, segments, true);
    }

    @Override
    public String name() {
        return "axon-pooled-" + (gathering ? "gathering-" : "") + segments;
    }

    @Override
    public void prepare() throws SQLException {
        database.execute("truncate axon_jdbc.answered, axon_jdbc.tokenentry");
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        var handler = new AnsweredHandler(jdbc.pool(), gathering);
        var store = EmbeddedEventStore.builder().storageEngine(jdbc.engine()).build();
        var coordinator = Executors.newScheduledThreadPool(1);
        var workers = Executors.newScheduledThreadPool(segments);
        var processor = PooledStreamingEventProcessor.builder()
                .name("answered")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handler)
                        .build())
                .messageSource(store)
                .tokenStore(jdbc.tokens())
                .transactionManager(jdbc.transactions())
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(segments)
                .initialToken(source -> source.createTailToken())
                .batchSize(BATCH)
                .build();
        try {
            processor.start();
            return Map.of(name(), handler.progress().over(time));
        } finally {
            processor.shutDown();
            store.shutDown();
            coordinator.shutdown();
            workers.shutdown();
            workers.awaitTermination(10, TimeUnit.SECONDS);
        }
    }
}
