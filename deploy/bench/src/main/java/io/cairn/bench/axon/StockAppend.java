package io.cairn.bench.axon;

import io.cairn.bench.measure.Load;
import io.cairn.bench.measure.Peer;
import io.cairn.bench.payload.AnswerNoted;
import io.cairn.bench.payload.Streams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * One event per transaction through a stock engine, from as many platform threads as there are connections. More
 * submitters than that would only queue up in front of the pool, which costs time and gains nothing.
 */
public final class StockAppend implements Peer {
    private final String name;
    private final EventStorageEngine engine;
    private final TransactionManager transactions;
    private final int threads;

    private StockAppend(String name, EventStorageEngine engine, TransactionManager transactions, int threads) {
        this.name = name + "-" + threads;
        this.engine = engine;
        this.transactions = transactions;
        this.threads = threads;
    }

    public static StockAppend of(StockJdbc jdbc, int threads) {
        return new StockAppend("axon-jdbc", jdbc.engine(), jdbc.transactions(), threads);
    }

    public static StockAppend of(StockJpa jpa, int threads) {
        return new StockAppend("axon-jpa", jpa.engine(), jpa.transactions(), threads);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        return Map.of(name, Load.platform(threads, time, this::submitter));
    }

    private Load.Step submitter(int number) {
        var streams = new Streams();
        return () -> {
            streams.advance();
            var message = new GenericDomainEventMessage<>(
                    "assessment",
                    streams.stream().toString(),
                    streams.version(),
                    AnswerNoted.numbered(streams.version()));
            transactions.executeInTransaction(() -> engine.appendEvents(List.of(message)));
            return 1;
        };
    }
}
