package io.cairn.eventstore.projection;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.Farewell;
import io.cairn.eventstore.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The views and policies of one process. Each of their segments has a thread while this process owns it, and uses one
 * connection of the role {@code projector} at a time; a policy holds its own while it sends commands. Three more
 * connections deal out segments, tell other processes and hear from them.
 */
public final class PostgresProjections implements Projections {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProjections.class);
    private static final long LONGEST_LOOK_MS = 50;
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final UUID node = UUID.randomUUID();
    private final EventSource source;
    private final DataSource projector;
    private final Clock clock;
    private final Pulse pulse = new Pulse();
    private final Map<String, Projection> projections = new LinkedHashMap<>();
    private final MeterRegistry meters;
    private final Witness witness;
    private final Board board;
    private final Balancer balancer;
    private final HeadWatch headWatch;
    private final Voice voice;
    private final Rebuilder rebuilder;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean caughtUp;

    /** With one segment of each view and policy for each node. */
    public PostgresProjections(
            DataSource projector,
            EventSource source,
            AppendSignal signal,
            Clock clock,
            MeterRegistry meters,
            List<ViewRegistration> views,
            List<PolicyRegistration> policies) {
        this(projector, source, signal, clock, meters, views, policies, 1);
    }

    /** Seen by nobody. */
    public PostgresProjections(
            DataSource projector,
            EventSource source,
            AppendSignal signal,
            Clock clock,
            MeterRegistry meters,
            List<ViewRegistration> views,
            List<PolicyRegistration> policies,
            int segmentsPerNode) {
        this(projector, source, signal, clock, meters, views, policies, segmentsPerNode, Witness.NOBODY);
    }

    /**
     * Does nothing before {@link #start}.
     *
     * @param signal of the appender of this process; a signal that nobody gives where there is none
     * @param meters gets {@code cairn.projection.lag.seconds}, {@code cairn.projection.lag.events}, {@code
     *     cairn.projection.dead.letters} and {@code cairn.projection.events}, tagged with its name
     * @param segmentsPerNode of each view and policy, rounded up to a power of two over all nodes
     * @param witness sees what is taken
     */
    public PostgresProjections(
            DataSource projector,
            EventSource source,
            AppendSignal signal,
            Clock clock,
            MeterRegistry meters,
            List<ViewRegistration> views,
            List<PolicyRegistration> policies,
            int segmentsPerNode,
            Witness witness) {
        this.projector = projector;
        this.source = new RecentEvents(source, pulse::head);
        this.clock = clock;
        this.meters = meters;
        this.witness = witness;
        views.forEach(view -> add(Projection.of(view)));
        policies.forEach(policy -> add(Projection.of(policy)));
        this.board = new Board(projections.values(), projector);
        this.balancer = new Balancer(node, board, pulse, projector, segmentsPerNode, this::loop);
        this.headWatch = new HeadWatch(source, pulse);
        this.voice = new Voice(projector, pulse, balancer::company);
        // not the recent ones in memory: a view is rebuilt from what there is, and a tenant may have been erased since
        this.rebuilder = new Rebuilder(projections.values(), source, projector, pulse, balancer::wake);
        projections.keySet().forEach(this::measure);
        signal.subscribe(position -> {
            pulse.headIs(position);
            voice.appended(position);
        });
    }

    private void add(Projection projection) {
        if (projections.put(projection.name(), projection) != null)
            throw new IllegalArgumentException("two projections are called " + projection.name());
    }

    private void measure(String name) {
        events(name);
        Gauge.builder("cairn.projection.lag.seconds", this, it -> it.lagSeconds(name))
                .tag("projection", name)
                .register(meters);
        Gauge.builder("cairn.projection.lag.events", this, it -> Math.max(0, source.head() - board.position(name)))
                .tag("projection", name)
                .register(meters);
        Gauge.builder("cairn.projection.dead.letters", this, it -> board.deadLetters(name))
                .tag("projection", name)
                .register(meters);
    }

    private Counter events(String name) {
        return Counter.builder("cairn.projection.events")
                .tag("projection", name)
                .register(meters);
    }

    private Loop loop(Projection projection, Segment segment) {
        var work = projection.work(segment, source, Transactor.each(projector), witness);
        var admission = new Admission(segment, source::head, () -> makeAnew(projection));
        return new Loop(segment, work, admission, pulse, events(projection.name()), balancer::wake);
    }

    private void makeAnew(Projection projection) {
        var view = projection.view();
        if (view == null || view.tables().isEmpty()) return;
        LOG.warn("{} is ahead of the store and is made anew", projection.name());
        rebuilder.want(projection);
    }

    @Override
    public synchronized void start() {
        if (!threads.isEmpty()) throw new IllegalStateException("the projections are running");
        start("head-watch", headWatch);
        start("segments", balancer);
        start("events-heard", new Ear(projector, pulse));
        start("events-told", voice);
        start("rebuilds", rebuilder);
    }

    private void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(work));
    }

    @Override
    public Set<String> names() {
        return projections.keySet();
    }

    @Override
    public boolean awaitCaughtUp(Duration atMost) {
        if (!caughtUp && pulse.awaitViews(() -> headWatch.first() != HeadWatch.UNKNOWN, atMost.toMillis()))
            caughtUp = await(List.copyOf(names()), headWatch.first(), atMost);
        return caughtUp;
    }

    @Override
    public List<ProjectionStatus> status() {
        var head = source.head();
        return projections.keySet().stream().map(name -> status(name, head)).toList();
    }

    private ProjectionStatus status(String name, long head) {
        var segments = board.segments(name).stream()
                .map(it -> new ProjectionStatus.SegmentStatus(it.first(), it.last(), it.owner(), board.position(it)))
                .toList();
        var position = board.position(name);
        return new ProjectionStatus(
                name,
                position,
                head,
                position < head ? lagSeconds(name) : 0,
                segments,
                board.deadLetters(name),
                board.failure(name),
                board.rebuild(name));
    }

    private double lagSeconds(String name) {
        var next = source.after(board.position(name), 1);
        if (next.isEmpty()) return 0;
        var age = Duration.between(next.getFirst().recordedAt(), clock.instant());
        return Math.max(0, age.toNanos() / 1e9);
    }

    @Override
    public boolean await(List<String> names, long position, Duration atMost) {
        names.forEach(this::projection);
        if (reached(names, position)) return true;
        pulse.hurry();
        var end = System.nanoTime() + atMost.toNanos();
        for (var look = 1L; ; look = Math.min(LONGEST_LOOK_MS, look * 2)) {
            var left = (end - System.nanoTime()) / 1_000_000;
            var here = names.stream().allMatch(board::here);
            if (pulse.awaitViews(() -> reached(names, position), Math.min(left, here ? LONGEST_LOOK_MS : look)))
                return reached(names, position);
            if (left <= 0) return false;
            if (!here) look();
        }
    }

    /** A connection that breaks tells nothing of the view, and there is time to look again. */
    private void look() {
        try {
            board.refresh();
        } catch (DataAccessException e) {
            LOG.debug("how far the views are could not be seen", e);
        }
    }

    private boolean reached(List<String> names, long position) {
        return names.stream().allMatch(name -> board.position(name) >= position);
    }

    private Projection projection(String name) {
        var found = projections.get(name);
        if (found == null) throw new IllegalArgumentException("there is no view or policy " + name + " here");
        return found;
    }

    @Override
    public CompletableFuture<Rebuild> rebuild(String name) {
        var projection = projection(name);
        var view = projection.view();
        if (view == null) throw new IllegalArgumentException(name + " is a policy, which is never sent back");
        if (view.tables().isEmpty()) throw new IllegalArgumentException(name + " does not name its tables");
        return rebuilder.ask(projection);
    }

    @Override
    public List<DeadLetter> deadLetters(String name, long behind, int limit) {
        var letters = projection(name).letters();
        return Transactions.run(projector, connection -> letters.behind(connection, name, behind, limit));
    }

    @Override
    public Replay replay(String name, UUID stream) {
        return new Replayer(projection(name), source, projector).replay(stream);
    }

    @Override
    public synchronized void close() {
        pulse.close();
        balancer.wake();
        rebuilder.close();
        if (!Farewell.to(threads, FAREWELL))
            LOG.warn("the database answers no more, segments are not given up in order");
    }
}
