package io.cairn.eventstore.projection;

import io.cairn.eventstore.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that this node is alive, and takes the segments that are its own by the {@link Plan} as soon as nobody alive owns
 * them; it gives up those that are not. It only deals out the work: that no event is taken twice or left out is up to the
 * tokens, whatever happens here.
 */
final class Balancer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Balancer.class);
    private static final long ROUND_MS = 500;
    private static final long SHORT_MS = 2;

    private final UUID node;
    private final Board board;
    private final Pulse pulse;
    private final DataSource projector;
    private final int segmentsPerNode;
    private final BiFunction<Projection, Segment, Loop> loops;
    private final Map<Board.Place, Thread> threads = new ConcurrentHashMap<>();
    private final Semaphore woken = new Semaphore(0);
    private @Nullable Connection session;
    private boolean failing;
    private boolean changed;
    private volatile boolean company;

    /** @param loops makes one for a segment that this node owns */
    Balancer(
            UUID node,
            Board board,
            Pulse pulse,
            DataSource projector,
            int segmentsPerNode,
            BiFunction<Projection, Segment, Loop> loops) {
        this.node = node;
        this.board = board;
        this.pulse = pulse;
        this.projector = projector;
        this.segmentsPerNode = segmentsPerNode;
        this.loops = loops;
    }

    @Override
    public void run() {
        while (!pulse.closed()) {
            changed = false;
            try {
                round(session());
                failing = false;
            } catch (SQLException | RuntimeException e) {
                if (!failing) LOG.error("segments cannot be dealt out: {}", e.getMessage(), e);
                failing = true;
                drop();
            }
            rest(changed ? SHORT_MS : ROUND_MS);
        }
        leave();
    }

    /** Has it look at once. */
    void wake() {
        woken.release();
    }

    private void rest(long millis) {
        try {
            if (woken.tryAcquire(millis, TimeUnit.MILLISECONDS)) woken.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether other nodes are alive. */
    boolean company() {
        return company;
    }

    /** One and the same connection, whose end tells the others that this node is gone. */
    private Connection session() throws SQLException {
        if (session == null) {
            session = projector.getConnection();
            Nodes.forgetOld(session);
        }
        return session;
    }

    private void drop() {
        try {
            if (session != null) session.close();
        } catch (SQLException e) {
            LOG.debug("the session was gone already", e);
        }
        session = null;
    }

    private void leave() {
        try {
            for (var thread : threads.values()) thread.join();
            if (session != null) Nodes.leave(session, node); // without one, this node counts as gone already
        } catch (SQLException e) {
            LOG.warn("the others find out by themselves that this node is gone: {}", e.getMessage());
        } catch (InterruptedException e) {
            threads.values().forEach(Thread::interrupt); // what they wait for does not come
            Thread.currentThread().interrupt();
        }
        drop();
    }

    private void round(Connection connection) throws SQLException {
        forgetEnded();
        var saved = board.saved();
        Nodes.beat(
                connection,
                node,
                board.projections().stream().map(Projection::fullName).toList());
        var alive = Nodes.alive(connection);
        company = alive.values().stream().flatMap(List::stream).anyMatch(other -> !other.equals(node));
        var segments = board.look(connection);
        for (var projection : board.projections()) {
            var its = segments.get(projection.name());
            if (its == null) create(projection, connection);
            else balance(projection, its, alive.getOrDefault(projection.fullName(), List.of()), saved);
        }
        board.lookAside(connection);
    }

    private void forgetEnded() {
        threads.forEach((place, thread) -> {
            if (thread.isAlive()) return;
            threads.remove(place);
            board.loops().remove(place);
        });
    }

    private void create(Projection projection, Connection connection) throws SQLException {
        projection.tokens().create(connection, List.of(projection.name()));
        changed = true;
    }

    private void balance(
            Projection projection, List<Segment> segments, List<UUID> alive, Map<Board.Place, Long> saved) {
        if (!alive.contains(node)) return;
        var plan = Plan.of(alive, segmentsPerNode);
        for (var segment : segments) {
            var loop = board.loops().get(Board.Place.of(segment));
            if (loop != null && (loop.segment().epoch() != segment.epoch() || fellBack(segment, saved))) loop.abandon();
            else if (loop != null) steer(loop, segment, segments, plan);
            else if (plan.owner(segment.first()).equals(node) && !ownedByOther(segment, alive))
                claim(projection, segment, segments, alive, plan);
            else if (node.equals(segment.owner())) release(projection, segment);
        }
    }

    /** The server crashed and lost what was committed last: what this process knows of the view is ahead of it. */
    private static boolean fellBack(Segment segment, Map<Board.Place, Long> saved) {
        return saved.getOrDefault(Board.Place.of(segment), 0L) > segment.position();
    }

    private boolean ownedByOther(Segment segment, List<UUID> alive) {
        return segment.owner() != null && !segment.owner().equals(node) && alive.contains(segment.owner());
    }

    /** A segment that runs here: on, to where its buddy is, or to its end. */
    private void steer(Loop loop, Segment segment, List<Segment> segments, Plan plan) {
        if (!plan.owner(segment.first()).equals(node) || segment.width() > plan.width()) {
            loop.stop();
            return;
        }
        var buddy = buddy(segment, segments, plan).map(board::loop).orElse(null);
        if (buddy == null) {
            loop.waitAt(Long.MAX_VALUE);
            return;
        }
        var meeting = Math.max(loop.position(), buddy.position());
        loop.waitAt(meeting);
        buddy.waitAt(meeting);
        if (loop.position() == meeting && buddy.position() == meeting) {
            loop.stop();
            buddy.stop();
        }
        changed = true;
    }

    private static Optional<Segment> buddy(Segment segment, List<Segment> segments, Plan plan) {
        return segments.stream()
                .filter(other -> plan.buddies(segment, other) || plan.buddies(other, segment))
                .findFirst();
    }

    private void claim(Projection projection, Segment segment, List<Segment> segments, List<UUID> alive, Plan plan) {
        var buddy = buddy(segment, segments, plan);
        if (buddy.isPresent() && board.loops().get(Board.Place.of(buddy.get())) instanceof Loop loop && loop.ending()) {
            changed = true;
            return; // it is about to be merged with this one
        }
        var mergeable = buddy.filter(other -> !ownedByOther(other, alive) && board.loop(other) == null);
        var owned = Transactions.run(projector, connection -> claim(projection, segment, mergeable, plan, connection));
        changed = true;
        owned.ifPresent(mine -> start(projection, mine));
    }

    private Optional<Segment> claim(
            Projection projection, Segment segment, Optional<Segment> buddy, Plan plan, Connection connection)
            throws SQLException {
        var tokens = projection.tokens();
        var locked = tokens.lockUnchanged(connection, segment);
        if (locked.isEmpty()) return Optional.empty();
        if (segment.width() > plan.width()) tokens.split(connection, segment);
        if (buddy.isPresent()) {
            var other = tokens.lockUnchanged(connection, buddy.get());
            if (other.isPresent() && other.get().position() == locked.get().position()) {
                var lower = segment.first() < other.get().first() ? segment : other.get();
                tokens.merge(connection, lower, lower == segment ? other.get() : segment);
                return own(tokens, connection, lower.name(), lower.first());
            }
        }
        return own(tokens, connection, segment.name(), segment.first());
    }

    private Optional<Segment> own(Tokens tokens, Connection connection, String name, int slot) throws SQLException {
        tokens.own(connection, name, slot, node);
        return tokens.lock(connection, name, slot).stream().findFirst();
    }

    private void start(Projection projection, Segment segment) {
        var place = Board.Place.of(segment);
        var loop = loops.apply(projection, segment);
        board.loops().put(place, loop);
        var thread = Thread.ofPlatform()
                .name(segment.name() + "-" + segment.first())
                .daemon()
                .start(loop);
        threads.put(place, thread);
    }

    private void release(Projection projection, Segment segment) {
        Transactions.run(projector, connection -> {
            projection.tokens().release(connection, segment);
            return true;
        });
        changed = true;
    }
}
