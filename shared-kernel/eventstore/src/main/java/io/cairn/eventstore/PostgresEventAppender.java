package io.cairn.eventstore;

import io.cairn.eventstore.json.EventJson;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Callers hand their events over and wait; {@link AppendWriter writers} store what waits as one transaction.
 */
public final class PostgresEventAppender implements EventAppender {
    private static final Duration GIVE_UP = Duration.ofSeconds(15);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /**
     * How it works.
     *
     * @param mostWaiting bytes of events that may wait; who comes when it is full hears {@link StoreBusy}
     */
    public record Settings(long mostWaiting) {
        public static final Settings STANDARD = new Settings(64L << 20);
    }

    private final DataSource appender;
    private final EventJson json;
    private final Clock clock;
    private final AppendSignal signal;
    private final AppendQueue queue;
    private final KnownVersions known = new KnownVersions();
    private final Counter appended;
    private final DistributionSummary batches;
    private final List<Thread> writers = new ArrayList<>();

    /**
     * Starts its writers.
     *
     * @param signal wakes the readers of this process
     * @param meters gets {@code cairn.events.appended}, {@code cairn.append.batch.events} and {@code
     *     cairn.append.waiting}
     */
    public PostgresEventAppender(
            DataSource appender,
            EventJson json,
            Clock clock,
            AppendSignal signal,
            MeterRegistry meters,
            Settings settings) {
        this.appender = appender;
        this.json = json;
        this.clock = clock;
        this.signal = signal;
        this.queue = new AppendQueue(settings.mostWaiting());
        this.appended = meters.counter("cairn.events.appended");
        this.batches = DistributionSummary.builder("cairn.append.batch.events")
                .description("Events stored by one transaction")
                .register(meters);
        Gauge.builder("cairn.append.waiting", queue, AppendQueue::size)
                .description("Commands whose events wait to be stored")
                .register(meters);
        var turn = new ReentrantLock();
        for (var i = 1; i <= 2; i++) {
            var writer = new AppendWriter(turn, queue, known, appender, clock, GIVE_UP.toNanos(), this::told);
            writers.add(Thread.ofPlatform().name("append-" + i).daemon().start(writer));
        }
    }

    @Override
    public long append(List<NewEvent> events, @Nullable AppendKey key) {
        if (events.isEmpty()) return head();
        var append = new PendingAppend(events, key, json);
        queue.add(append);
        var position = append.await();
        known.appended(append);
        return position;
    }

    @Override
    public BulkAppend bulk() {
        return PostgresBulkAppend.begin(appender, json, clock, this::told);
    }

    @Override
    public long head() {
        return Head.read(appender);
    }

    private void told(long position, long number) {
        appended.increment(number);
        batches.record(number);
        signal.appended(position);
    }

    @Override
    public void close() {
        queue.close();
        Farewell.to(writers, FAREWELL);
    }
}
