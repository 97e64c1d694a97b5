package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes views anew that somebody asked for on any node. While all events are replayed into a {@link Shadow} the live view
 * goes on; then, in one transaction, its tokens are locked, the rest is replayed, and what is different is written.
 * Readers see the view before or after it and wait for nothing. After a crash it begins again, here or elsewhere.
 */
final class Rebuilder implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilder.class);
    private static final long LOOK_MS = 1_000;
    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long FIRST_ANALYZE = 1_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long LEVEL_MS = 10;
    /** So few that the live view may stand still for them. */
    private static final long REST = 500;

    private final Collection<Projection> projections;
    private final EventSource source;
    private final DataSource projector;
    private final Pulse pulse;
    private final Runnable swapped;
    private final Map<String, CompletableFuture<Rebuild>> asked = new ConcurrentHashMap<>();
    private final Pulse calls = new Pulse();

    /** @param swapped is told when a view's segments are to be taken up again */
    Rebuilder(
            Collection<Projection> projections,
            EventSource source,
            DataSource projector,
            Pulse pulse,
            Runnable swapped) {
        this.projections = projections;
        this.source = source;
        this.projector = projector;
        this.pulse = pulse;
        this.swapped = swapped;
    }

    /** Ends with the rebuild, whichever node does it. */
    CompletableFuture<Rebuild> ask(Projection projection) {
        want(projection);
        var done = asked.computeIfAbsent(projection.name(), name -> new CompletableFuture<>());
        calls.hurry();
        return done;
    }

    /** Asks for it, and waits for nothing. */
    void want(Projection projection) {
        var head = source.head();
        Transactions.run(projector, connection -> {
            new Rebuilds(projection.schema()).ask(connection, projection.name(), head);
            return true;
        });
        calls.hurry();
    }

    void close() {
        calls.close();
    }

    @Override
    public void run() {
        while (!pulse.closed()) {
            var heard = calls.hurries();
            try {
                look();
            } catch (RuntimeException | SQLException e) {
                LOG.warn("a rebuild begins again from nothing: {}", e.getMessage(), e);
            }
            calls.awaitHurry(heard, LOOK_MS);
        }
    }

    private void look() throws SQLException {
        var waiting = Map.copyOf(asked);
        var last = Transactions.run(projector, this::all);
        for (var projection : projections) {
            var rebuild = last.get(projection.fullName());
            if (rebuild == null) continue;
            if (rebuild.finishedAt() == null) attempt(projection);
            else if (waiting.containsKey(projection.name())) answer(projection.name(), rebuild);
        }
    }

    private Map<String, Rebuild> all(Connection connection) throws SQLException {
        var all = new HashMap<String, Rebuild>();
        for (var schema :
                projections.stream().map(Projection::schema).distinct().toList())
            new Rebuilds(schema).all(connection).forEach((name, rebuild) -> all.put(schema + "." + name, rebuild));
        return all;
    }

    private void answer(String name, Rebuild rebuild) {
        var done = asked.remove(name);
        if (done != null) done.complete(rebuild);
    }

    private void attempt(Projection projection) throws SQLException {
        try (var connection = projector.getConnection()) {
            if (!lock(connection, "pg_try_advisory_lock", projection)) return;
            try {
                rebuild(projection, connection);
            } finally {
                if (connection.isValid(1)) lock(connection, "pg_advisory_unlock", projection);
            }
        }
        calls.hurry(); // to answer who waits
    }

    /** A lost connection is begun again with; anything else that goes wrong would go wrong again. */
    private void rebuild(Projection projection, Connection connection) throws SQLException {
        var view = projection.view();
        if (view == null) throw new IllegalStateException(projection.name() + " is not a view");
        try (var shadow = new Shadow(projection, view, connection)) {
            connection.setAutoCommit(false);
            replay(projection, shadow, connection);
        } catch (SQLException | RuntimeException e) {
            if (pulse.closed() || !connection.isValid(1)) throw e;
            LOG.error("the rebuild of {} is given up", projection.name(), e);
            Transactions.run(projector, other -> {
                new Rebuilds(projection.schema()).ended(other, projection.name(), 0, null, Faults.told(e));
                return true;
            });
        }
        swapped.run();
    }

    private void replay(Projection projection, Shadow shadow, Connection connection) throws SQLException {
        var stride = shadow.stride(source, Transactor.within(connection));
        var told = System.nanoTime();
        var analyze = FIRST_ANALYZE;
        for (var head = source.head(); stride.position() < head; head = further(head, stride.position())) {
            if (pulse.closed()) return;
            stride.advance(head);
            if (stride.position() >= analyze) {
                shadow.analyze();
                analyze *= 4;
            }
            connection.commit();
            if (System.nanoTime() - told < PROGRESS_NANOS) continue;
            told = System.nanoTime();
            tell(projection, stride.position(), head);
        }
        shadow.analyze();
        connection.commit();
        swap(projection, shadow, stride, connection);
    }

    /** What was appended meanwhile is taken too, unless it is so little that it can be taken at the end. */
    private long further(long head, long position) {
        return position >= head && pulse.head() - position > REST ? pulse.head() : head;
    }

    private void tell(Projection projection, long position, long head) {
        Transactions.run(projector, connection -> {
            new Rebuilds(projection.schema()).progress(connection, projection.name(), position, head);
            return true;
        });
    }

    private void swap(Projection projection, Shadow shadow, Stride stride, Connection connection) throws SQLException {
        var name = projection.name();
        var live = lockLive(projection, stride.position(), connection).stream()
                .mapToLong(Segment::position)
                .max()
                .orElse(0);
        // tokens may be ahead of a store that was restored to an earlier moment
        var end = Math.min(live, source.head());
        while (stride.position() < end) stride.advance(end);
        var different = shadow.writeDifference();
        projection.tokens().restart(connection, name, stride.position());
        new Rebuilds(projection.schema()).ended(connection, name, stride.position(), different, null);
        connection.commit();
        LOG.info("{} was rebuilt from {} events, {} rows were different", name, stride.position(), different);
    }

    /**
     * The live view's segments, locked once all of them are at one place and this rebuild is not ahead: what they have
     * not come to yet would look like a fault of theirs. Nobody is waited for who does not come on, or for long.
     */
    private List<Segment> lockLive(Projection projection, long position, Connection connection) throws SQLException {
        var patience = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            var segments = projection.tokens().lockAll(connection, projection.name());
            var least = segments.stream().mapToLong(Segment::position).min().orElse(position);
            var level = least >= position && segments.stream().allMatch(it -> it.position() == least);
            var moving = segments.stream().anyMatch(it -> it.owner() != null);
            if (level || !moving || pulse.closed() || System.nanoTime() > patience) return segments;
            connection.commit();
            pulse.awaitViews(pulse::closed, LEVEL_MS);
        }
    }

    private static boolean lock(Connection connection, String function, Projection projection) throws SQLException {
        try (var statement =
                connection.prepareStatement("select " + function + "(hashtext('cairn.rebuild'), hashtext(?))")) {
            statement.setString(1, projection.fullName());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
