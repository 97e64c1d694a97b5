package io.cairn.eventstore.torture;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.PostgresEventAppender;
import io.cairn.eventstore.PostgresStreamReader;
import io.cairn.eventstore.StoreBusy;
import io.cairn.eventstore.VersionConflict;
import io.cairn.eventstore.json.EventJson;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.Slug;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.springframework.dao.DataAccessException;

/**
 * A process that appends until it is killed: {@code url journal seed saboteur}. Its threads share a few streams with
 * each other and with other processes, so that some of what they want is refused. It keeps its share of a view as well.
 */
final class WriterProcess {
    private static final int THREADS = 48;
    private static final int STREAMS = 64;

    private final EventAppender appender;
    private final PostgresStreamReader reader;
    private final Journal journal;

    private WriterProcess(EventAppender appender, PostgresStreamReader reader, Journal journal) {
        this.appender = appender;
        this.reader = reader;
        this.journal = journal;
    }

    public static void main(String... arguments) throws Exception {
        var url = arguments[0];
        var json = EventJson.standard();
        var appender = new PostgresEventAppender(
                Server.pool(url, "appender"),
                json,
                Clock.systemUTC(),
                new AppendSignal(),
                new SimpleMeterRegistry(),
                PostgresEventAppender.Settings.STANDARD);
        var honest = arguments[3].equals("honest");
        var writer = new WriterProcess(
                honest ? appender : new Saboteur(appender, arguments[3]),
                new PostgresStreamReader(Server.pool(url, "app"), json),
                new Journal(Path.of(arguments[1])));
        SeenNode.start(url);
        var seed = Long.parseLong(arguments[2]);
        for (var thread = 0; thread < THREADS; thread++) {
            var random = new Random(seed * 1_000 + thread);
            Thread.ofVirtual().start(() -> writer.write(random));
        }
        System.in.read(); // ends with whoever started it
        System.exit(0);
    }

    private void write(Random random) {
        while (true) {
            try {
                one(random);
            } catch (DataAccessException | StoreBusy e) {
                // nobody knows what came of it, and the journal says as much
            }
        }
    }

    private void one(Random random) {
        var stream = stream(random.nextInt(STREAMS));
        var version = reader.version(stream) + 1;
        for (var after = random.nextInt(6); after >= 0; after--) {
            var events = new ArrayList<NewEvent>();
            for (var event = random.nextInt(4); event >= 0; event--)
                events.add(new NewEvent(
                        stream,
                        version + events.size(),
                        UUID.randomUUID(),
                        new UnitRenamed(new UnitCode("unit"), "name " + random.nextInt()),
                        TestStore.ORIGIN));
            var command = UUID.randomUUID();
            journal.trying(
                    command,
                    stream.value(),
                    version,
                    events.stream().map(NewEvent::eventId).toList());
            try {
                journal.acknowledged(command, appender.append(events));
                version += events.size();
            } catch (VersionConflict e) {
                journal.refused(command);
                return;
            }
        }
    }

    static StreamId stream(int number) {
        var tenant = TenantId.of(new Slug("tenant-" + number % 5));
        return StreamId.unit(tenant, new UnitCode("unit-" + number));
    }
}
