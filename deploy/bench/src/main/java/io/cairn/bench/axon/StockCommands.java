package io.cairn.bench.axon;

import io.cairn.bench.measure.Load;
import io.cairn.bench.measure.Peer;
import io.cairn.bench.payload.Streams;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Commands through Axon on its own JDBC engine, from as many platform threads as there are connections. It gets every
 * cheap setting that Cairn has: a cache on Caffeine, striped locks, a target that is not looked for by reflection, and
 * a bus that handles a command on the thread that sends it.
 */
public final class StockCommands implements Peer, AutoCloseable {
    private static final int STREAMS = 4;

    private final String name;
    private final int threads;
    private final Configuration axon;
    private final CommandBus bus;

    public StockCommands(StockJdbc jdbc, int threads, boolean cached) {
        this.name = "axon-jdbc-" + (cached ? "cache-" : "") + threads;
        this.threads = threads;
        var locks = new StripedLocks();
        var sheet = AggregateConfigurer.defaultConfiguration(StockSheet.class)
                .configureLockFactory(c -> locks)
                .configureCommandTargetResolver(c -> message ->
                        new VersionedAggregateIdentifier((Object) ((NoteAnswer) message.getPayload()).sheet(), null));
        if (cached) sheet.configureCache(c -> new CaffeineCache());
        this.axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> jdbc.serializer())
                .configureTransactionManager(c -> jdbc.transactions())
                .configureCommandBus(c -> SimpleCommandBus.builder()
                        .transactionManager(jdbc.transactions())
                        .build())
                .configureEmbeddedEventStore(c -> jdbc.engine())
                .configureAggregate(sheet)
                .start();
        this.bus = axon.commandBus();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        return Map.of(name, Load.platform(threads, time, this::caller));
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    private Load.Step caller(int number) {
        var sheets =
                Stream.generate(() -> Streams.next().toString()).limit(STREAMS).toList();
        return new Load.Step() {
            private long sent;

            @Override
            public int run() {
                send(new NoteAnswer(sheets.get((int) (sent % STREAMS)), sent++));
                return 1;
            }
        };
    }

    private void send(NoteAnswer command) {
        var result = new Result();
        bus.<NoteAnswer, Object>dispatch(
                new GenericCommandMessage<>(command), (sent, received) -> result.received = received);
        var received = result.received;
        if (received == null) throw new IllegalStateException("the bus left the caller's thread");
        if (received.isExceptional()) throw new IllegalStateException(received.exceptionResult());
    }

    private static final class Result {
        private @Nullable CommandResultMessage<?> received;
    }
}
