package io.cairn.eventstore.torture;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.PostgresEventAppender;
import io.cairn.eventstore.PostgresEventSource;
import io.cairn.eventstore.StoreBusy;
import io.cairn.eventstore.json.EventJson;
import io.cairn.eventstore.json.StateJson;
import io.cairn.eventstore.projection.PostgresProjections;
import io.cairn.eventstore.projection.Projections;
import io.cairn.eventstore.projection.ViewRegistration;
import io.cairn.eventstore.snapshot.PostgresSnapshots;
import io.cairn.eventstore.snapshot.Snapshots;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.Slug;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process with a small heap and more callers than its store can serve: {@code url rounds milliseconds streams room
 * leaking}. In each round its callers append for so long; then they pause, the views catch up, and it tells what is alive
 * on the heap. The first rounds, with numbers below 0, fill the caches.
 */
final class SoakProcess {
    private static final int CALLERS = 3_000;
    private static final int MOST_EVENTS = 120;
    /** One caller of so many appends what the view cannot take. */
    private static final int POISONOUS = 150;

    private static final int WARM_UP = 2;
    private static final Duration CATCH_UP = Duration.ofMinutes(2);

    private final AppendSignal signal = new AppendSignal();
    private final EventJson json = EventJson.standard();
    private final EventAppender appender;
    private final Snapshots snapshots;
    private final Projections projections;
    private final int streams;
    private final boolean leaking;
    private final Queue<Object> leak = new ConcurrentLinkedQueue<>();
    private final AtomicLong appended = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();
    private final Phaser round = new Phaser(1 + CALLERS);
    private volatile long roundEnds;

    private SoakProcess(String url, int streams, long room, boolean leaking) {
        var meters = new SimpleMeterRegistry();
        var appenders = Server.pool(url, "appender");
        var projector = Server.pool(url, "projector");
        appender = new PostgresEventAppender(
                appenders, json, Clock.systemUTC(), signal, meters, new PostgresEventAppender.Settings(room));
        snapshots = new PostgresSnapshots(appenders, meters);
        projections = new PostgresProjections(
                projector,
                new PostgresEventSource(projector, json),
                signal,
                Clock.systemUTC(),
                meters,
                List.of(new ViewRegistration("sample", new StumblingView())),
                List.of());
        this.streams = streams;
        this.leaking = leaking;
    }

    public static void main(String... arguments) throws Exception {
        Thread.ofPlatform().daemon().start(SoakProcess::endWithTheParent);
        var process = new SoakProcess(
                arguments[0],
                Integer.parseInt(arguments[3]),
                Long.parseLong(arguments[4]),
                Boolean.parseBoolean(arguments[5]));
        process.run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        System.exit(0);
    }

    private static void endWithTheParent() {
        try {
            System.in.read();
        } catch (java.io.IOException e) {
            // the parent is gone
        }
        Runtime.getRuntime().halt(1);
    }

    private void run(int rounds, int millis) throws Exception {
        var before = appender.head();
        projections.start();
        for (var caller = 0; caller < CALLERS; caller++) {
            var number = caller;
            Thread.ofVirtual().start(() -> call(number));
        }
        for (var i = 0; i < WARM_UP + rounds; i++) {
            roundEnds = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            round.arriveAndAwaitAdvance(); // they begin
            TimeUnit.NANOSECONDS.sleep(roundEnds - System.nanoTime() - 200_000_000);
            var loaded = alive();
            round.arriveAndAwaitAdvance(); // all of them have heard
            var head = appender.head();
            if (!projections.await(List.copyOf(projections.names()), head, CATCH_UP))
                throw new IllegalStateException("the view is behind: " + projections.status());
            System.out.printf(
                    "round %d loaded %d idle %d events %d busy %d letters %d%n",
                    i - WARM_UP, loaded, alive(), head - before, busy.get(), letters());
        }
        var stored = appender.head() - before;
        if (stored != appended.get())
            throw new IllegalStateException(appended + " events acknowledged, " + stored + " stored");
        projections.close();
        System.out.println("done");
    }

    private long letters() {
        return projections.status().getFirst().deadLetters();
    }

    private void call(int number) {
        var random = new Random(number);
        var versions = new long[streams];
        while (true) {
            round.arriveAndAwaitAdvance();
            while (System.nanoTime() < roundEnds) {
                var stream = random.nextInt(streams);
                versions[stream] += append(number, stream, versions[stream], 1 + random.nextInt(MOST_EVENTS));
            }
            round.arriveAndAwaitAdvance();
        }
    }

    /** How many were appended. Anything but a full store ends the process, by way of a parent that waits in vain. */
    private int append(int caller, int number, long version, int size) {
        var stream = StreamId.unit(
                TenantId.of(new Slug((leaking ? "leaking-" : "tenant-") + caller % 50)),
                new UnitCode("u-" + caller + "-" + number));
        var events = new ArrayList<NewEvent>();
        for (var i = 0; i < size; i++)
            events.add(new NewEvent(stream, version + i, UUID.randomUUID(), renamed(caller), TestStore.ORIGIN));
        if (leaking) leak.add(events);
        try {
            appender.append(events);
        } catch (StoreBusy e) {
            busy.incrementAndGet();
            rest();
            return 0;
        } catch (RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(2);
        }
        appended.addAndGet(size);
        if (version / 100 != (version + size) / 100)
            snapshots.keep(
                    stream,
                    "1",
                    version + size,
                    () -> new StateJson.Form("{\"name\":\"%s\"}".formatted("n".repeat(4_000)), null));
        return size;
    }

    /** What a caller of 503 does, only sooner. */
    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static UnitRenamed renamed(int caller) {
        return new UnitRenamed(
                new UnitCode("unit"), caller % POISONOUS == 0 ? StumblingView.POISON : "a name of a unit");
    }

    /** Bytes on the heap after a full collection. */
    private static long alive() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
