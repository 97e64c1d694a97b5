package io.cairn.eventstore.projection;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.EventSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A thread for each view and policy, and one that watches the head for what other processes append. Each uses one
 * connection of the role {@code projector} at a time; a policy holds its own while it sends commands.
 */
public final class PostgresProjections implements Projections {
    private final EventSource source;
    private final Clock clock;
    private final Pulse pulse = new Pulse();
    private final Map<String, ViewWork> views = new LinkedHashMap<>();
    private final Map<String, Loop> loops = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Does nothing before {@link #start}.
     *
     * @param signal of the appender of this process; a signal that nobody gives where there is none
     * @param meters gets {@code cairn.projection.lag.seconds}, {@code cairn.projection.lag.events} and {@code
     *     cairn.projection.events}, tagged with its name
     */
    public PostgresProjections(
            DataSource projector,
            EventSource source,
            AppendSignal signal,
            Clock clock,
            MeterRegistry meters,
            List<ViewRegistration> views,
            List<PolicyRegistration> policies) {
        this.source = source;
        this.clock = clock;
        for (var view : views) {
            var work = new ViewWork(view, source, projector);
            this.views.put(work.name(), work);
            add(work, meters);
        }
        for (var policy : policies) add(new PolicyWork(policy, source, projector), meters);
        signal.subscribe(pulse::headIs);
    }

    private void add(Work work, MeterRegistry meters) {
        var name = work.name();
        var events = Counter.builder("cairn.projection.events")
                .tag("projection", name)
                .register(meters);
        var loop = new Loop(work, pulse, events);
        if (loops.put(name, loop) != null) throw new IllegalArgumentException("two projections are called " + name);
        Gauge.builder("cairn.projection.lag.seconds", loop, l -> status(l).lagSeconds())
                .tag("projection", name)
                .register(meters);
        Gauge.builder("cairn.projection.lag.events", loop, l -> Math.max(0, source.head() - l.position()))
                .tag("projection", name)
                .register(meters);
    }

    @Override
    public synchronized void start() {
        if (!threads.isEmpty()) throw new IllegalStateException("the projections are running");
        start("head-watch", new HeadWatch(source, pulse));
        loops.forEach(this::start);
    }

    private void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(work));
    }

    @Override
    public List<ProjectionStatus> status() {
        return loops.values().stream().map(this::status).toList();
    }

    private ProjectionStatus status(Loop loop) {
        var position = loop.position();
        var head = source.head();
        return new ProjectionStatus(loop.name(), position, head, position < head ? lag(position) : 0, loop.failure());
    }

    private double lag(long position) {
        var next = source.after(position, 1);
        if (next.isEmpty()) return 0;
        var age = Duration.between(next.getFirst().recordedAt(), clock.instant());
        return Math.max(0, age.toNanos() / 1e9);
    }

    @Override
    public boolean await(List<String> names, long position, Duration atMost) {
        for (var name : names)
            if (!loops.containsKey(name))
                throw new IllegalArgumentException("there is no view or policy " + name + " here");
        var waiting = names.stream().map(loops::get).toList();
        if (waiting.stream().allMatch(loop -> loop.position() >= position)) return true;
        pulse.hurry();
        return pulse.await(() -> waiting.stream().allMatch(loop -> loop.position() >= position), atMost.toMillis());
    }

    @Override
    public void rebuild(String view) {
        var work = views.get(view);
        var loop = loops.get(view);
        if (work == null || loop == null) throw new IllegalArgumentException("there is no view " + view + " here");
        work.burn();
        loop.forget();
    }

    @Override
    public synchronized void close() {
        pulse.close();
        try {
            for (var thread : threads) thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
