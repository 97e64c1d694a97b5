package io.cairn.platform.command;

import io.cairn.eventstore.AppendKey;
import io.cairn.eventstore.AppendRecord;
import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.CairnStorageEngine;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.PostgresEventAppender;
import io.cairn.eventstore.PostgresEventSource;
import io.cairn.eventstore.PostgresStreamReader;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.json.EventJson;
import io.cairn.eventstore.snapshot.PostgresSnapshots;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.StreamId;
import io.cairn.platform.command.SampleUnit.Names;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;

/** A process that handles commands. Several of them on one database are what runs in production. */
final class Node implements AutoCloseable {
    static final CommandProperties.Cache CACHE =
            new CommandProperties.Cache(1000, DataSize.ofMegabytes(16), Duration.ofHours(1));
    static final int SNAPSHOT_EVERY = 10;
    private static final EventJson JSON = EventJson.standard();

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final AtomicInteger reads = new AtomicInteger();
    final AtomicInteger attempts = new AtomicInteger();
    final AtomicInteger versions = new AtomicInteger();
    final StreamReader streams;
    final EventAppender appender;
    final PostgresSnapshots snapshots;
    final Recollection.Store store;
    final AxonCommands commands;
    final Memory memory;
    StreamReader.Past lastRead = new StreamReader.Past(null, List.of());
    Runnable beforeAppend = () -> {};

    Node(TestDatabase database) {
        this(database, CACHE, Duration.ofSeconds(60));
    }

    Node(TestDatabase database, CommandProperties.Cache cache, Duration patience) {
        streams = new PostgresStreamReader(database.app(), JSON);
        appender = new PostgresEventAppender(
                database.appender(),
                JSON,
                Clock.systemUTC(),
                new AppendSignal(),
                meters,
                PostgresEventAppender.Settings.STANDARD);
        var beans = new StaticListableBeanFactory();
        beans.addBean("names", (Names) String::strip);
        memory = new Memory(cache, meters);
        var counted = new Counted();
        snapshots = new PostgresSnapshots(database.appender(), meters);
        store = new Recollection.Store(counted, snapshots, SNAPSHOT_EVERY);
        var engine =
                new CairnStorageEngine(new Interfered(), counted, new PostgresEventSource(database.projector(), JSON));
        var axon = AxonConfiguration.start(
                List.of(new AggregateType(SampleUnit.class)), engine, new BeanParameters(beans), memory, store);
        var tenants = new TenantDatabase(database.app());
        commands = new AxonCommands(
                axon,
                memory,
                counted,
                key -> AppendRecord.of(key, tenants),
                appender::head,
                patience,
                new CommandMeters(meters));
    }

    @Override
    public void close() {
        commands.close();
        snapshots.close();
        appender.close();
    }

    /** Tells how often the store is asked. */
    private final class Counted implements StreamReader {
        @Override
        public List<StoredEvent> read(StreamId stream, long version) {
            reads.incrementAndGet();
            return streams.read(stream, version);
        }

        @Override
        public Past past(StreamId stream, String revision) {
            reads.incrementAndGet();
            var past = streams.past(stream, revision);
            lastRead = past;
            return past;
        }

        @Override
        public long version(StreamId stream) {
            versions.incrementAndGet();
            return streams.version(stream);
        }
    }

    /** Lets somebody else be faster, or something break. */
    private final class Interfered implements EventAppender {
        @Override
        public long append(List<NewEvent> events, @Nullable AppendKey key) {
            attempts.incrementAndGet();
            beforeAppend.run();
            return appender.append(events, key);
        }

        @Override
        public void close() {
            appender.close();
        }

        @Override
        public BulkAppend bulk() {
            return appender.bulk();
        }

        @Override
        public long head() {
            return appender.head();
        }
    }
}
