package io.cairn.eventstore.projection;

import io.cairn.eventstore.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How far everything is, as last looked up; of the segments of this process as of now. */
final class Board {
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Where the table of each schema is read for its projections. */
    private final Map<String, List<Projection>> bySchema;

    private final Map<String, Projection> byName;
    private final DataSource projector;
    private final Map<Place, Loop> loops = new ConcurrentHashMap<>();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Map<String, List<Segment>> segments = Map.of();
    private volatile Map<String, Long> deadLetters = Map.of();
    private volatile Map<String, Rebuild> rebuilds = Map.of();
    private long lookedAt;

    /** A segment of this process. */
    record Place(String name, int first) {
        static Place of(Segment segment) {
            return new Place(segment.name(), segment.first());
        }
    }

    Board(Collection<Projection> projections, DataSource projector) {
        this.bySchema = projections.stream().collect(Collectors.groupingBy(Projection::schema));
        this.byName = projections.stream().collect(Collectors.toMap(Projection::name, it -> it));
        this.projector = projector;
    }

    Collection<Projection> projections() {
        return byName.values();
    }

    /** The loops of this process. */
    Map<Place, Loop> loops() {
        return loops;
    }

    /** How far each segment of this process is in the database; to be asked before it is looked up there. */
    Map<Place, Long> saved() {
        var saved = new HashMap<Place, Long>();
        loops.forEach((place, loop) -> saved.put(place, loop.saved()));
        return saved;
    }

    /** Reads all segments anew. */
    Map<String, List<Segment>> look(Connection connection) throws SQLException {
        var found = new HashMap<String, List<Segment>>();
        for (var schema : bySchema.values()) {
            var names = schema.stream().map(Projection::name).toList();
            for (var segment : schema.getFirst().tokens().all(connection, names))
                found.computeIfAbsent(segment.name(), name -> new ArrayList<>()).add(segment);
        }
        segments = found;
        return found;
    }

    /** Reads anew what was set aside and what was rebuilt. */
    void lookAside(Connection connection) throws SQLException {
        var letters = new HashMap<String, Long>();
        var rebuilt = new HashMap<String, Rebuild>();
        for (var schema : bySchema.values()) {
            letters.putAll(schema.getFirst().letters().count(connection));
            rebuilt.putAll(new Rebuilds(schema.getFirst().schema()).all(connection));
        }
        deadLetters = letters;
        rebuilds = rebuilt;
    }

    /** Reads all segments anew, unless somebody just did or is about to. */
    void refresh() {
        if (!looking.tryLock()) return;
        try {
            if (System.nanoTime() - lookedAt < FRESH_NANOS) return;
            Transactions.run(projector, this::look);
            lookedAt = System.nanoTime();
        } finally {
            looking.unlock();
        }
    }

    /** Of one view or policy, in the order of slots. */
    List<Segment> segments(String name) {
        return segments.getOrDefault(name, List.of());
    }

    long deadLetters(String name) {
        return deadLetters.getOrDefault(name, 0L);
    }

    @Nullable
    Rebuild rebuild(String name) {
        return rebuilds.get(name);
    }

    /** Every event until here is in the view, or set aside. */
    long position(String name) {
        return segments(name).stream().mapToLong(this::position).min().orElse(0);
    }

    long position(Segment segment) {
        var loop = loop(segment);
        return loop == null ? segment.position() : Math.max(loop.saved(), segment.position());
    }

    /** Whether all of it is in the hands of this process. */
    boolean here(String name) {
        var all = segments(name);
        return !all.isEmpty() && all.stream().allMatch(segment -> loop(segment) != null);
    }

    /** Why a segment of this process stands still, null when none does. */
    @Nullable
    String failure(String name) {
        return segments(name).stream()
                .map(this::loop)
                .map(loop -> loop == null ? null : loop.failure())
                .filter(failure -> failure != null)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Loop loop(Segment segment) {
        var loop = loops.get(Place.of(segment));
        return loop != null && loop.segment().epoch() == segment.epoch() ? loop : null;
    }
}
