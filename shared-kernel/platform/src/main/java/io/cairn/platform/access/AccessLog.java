package io.cairn.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Counts in memory and writes every few seconds and at the end, so that no request waits for it and an attack makes few
 * rows. What a killed process had not written yet is lost.
 */
public final class AccessLog implements AutoCloseable, SmartLifecycle {
    /** Whose entries those are that belong to no tenant. No caller is let in with it. */
    public static final TenantId PLATFORM = new TenantId(new UUID(0, 0));

    /** Different ones that may wait; further ones are only counted. */
    static final int MOST = 2_000;

    /** Of strangers, of whom there may be any number: they leave room for those who are known. */
    static final int MOST_REFUSED = MOST / 2;

    private static final Duration LAST = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger("io.cairn.access");

    private record Seen(
            AccessKind kind, TenantId tenant, @Nullable ActorId actor, String address, String detail) {}

    private record Times(Instant first, Instant last, int times) {
        Times and(Times more) {
            return new Times(
                    first.isBefore(more.first) ? first : more.first,
                    last.isAfter(more.last) ? last : more.last,
                    times + more.times);
        }
    }

    private final AccessTable table;
    private final Clock clock;
    private final Duration keep;
    private final ConcurrentHashMap<Seen, Times> waiting = new ConcurrentHashMap<>();
    private final LongAdder uncounted = new LongAdder();
    private final Cache<Seen, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private final Cache<TenantId, Boolean> tidied = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private final ScheduledExecutorService soon = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("access-log").factory());

    private volatile boolean running;
    private @Nullable Thread ending;

    public AccessLog(TenantDatabase database, AccessProperties settings, Clock clock) {
        this.table = new AccessTable(database);
        this.clock = clock;
        this.keep = settings.keep();
        var every = settings.every().toMillis();
        var unused = soon.scheduleWithFixedDelay(this::flush, every, every, TimeUnit.MILLISECONDS);
    }

    /** @param tenant null for what belongs to none */
    public void note(
            AccessKind kind, @Nullable TenantId tenant, @Nullable ActorId actor, String address, String detail) {
        var seen = new Seen(kind, tenant == null ? PLATFORM : tenant, actor, address, detail);
        if (kind == AccessKind.SIGNED_IN && lately.getIfPresent(seen) != null) return;
        var most = kind == AccessKind.REFUSED ? MOST_REFUSED : MOST;
        if (waiting.size() >= most && !waiting.containsKey(seen)) {
            uncounted.increment();
            return;
        }
        if (kind == AccessKind.SIGNED_IN) lately.put(seen, true);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        waiting.merge(seen, new Times(now, now, 1), Times::and);
    }

    /** Writes what waits. */
    public synchronized void flush() {
        var taken = new HashMap<TenantId, Map<Seen, Times>>();
        for (var seen : List.copyOf(waiting.keySet())) {
            var times = waiting.remove(seen);
            if (times != null)
                taken.computeIfAbsent(seen.tenant(), it -> new HashMap<>()).put(seen, times);
        }
        taken.forEach(this::write);
        var lost = uncounted.sumThenReset();
        if (lost > 0) LOG.warn("{} more were seen than are told of", lost);
    }

    private void write(TenantId tenant, Map<Seen, Times> entries) {
        try {
            table.add(
                    tenant,
                    entries.entrySet().stream()
                            .map(it -> entry(it.getKey(), it.getValue()))
                            .toList());
            if (tidied.asMap().putIfAbsent(tenant, true) == null)
                table.forget(tenant, clock.instant().minus(keep));
        } catch (RuntimeException e) {
            LOG.warn("{} entries of the security log wait on", entries.size(), e);
            if (waiting.size() < MOST) entries.forEach((seen, times) -> waiting.merge(seen, times, Times::and));
            return;
        }
        entries.forEach((seen, times) -> LOG.info(
                "kind={} tenant={} actor={} address={} detail=\"{}\" times={}",
                seen.kind(),
                tenant.equals(PLATFORM) ? "-" : tenant,
                seen.actor() == null ? "-" : seen.actor(),
                seen.address(),
                seen.detail(),
                times.times()));
    }

    private static AccessEntry entry(Seen seen, Times times) {
        var actor = seen.actor() == null ? null : seen.actor().value();
        return new AccessEntry(
                0, seen.kind(), actor, seen.address(), seen.detail(), times.first(), times.last(), times.times());
    }

    /** The latest first, what waited in this node included; behind this number, of this kind where one is asked for. */
    public List<AccessEntry> behind(
            @Nullable TenantId tenant, @Nullable Long number, @Nullable AccessKind kind, int atMost) {
        flush();
        return table.behind(tenant == null ? PLATFORM : tenant, number, kind, atMost);
    }

    /** The last flush, begun when the last request was answered; while the database is away it is given up soon. */
    @Override
    public void stop() {
        running = false;
        soon.shutdownNow();
        if (ending == null)
            ending = Thread.ofPlatform().daemon().name("access-log-end").start(this::lastFlush);
    }

    private void lastFlush() {
        var flushing = Thread.ofPlatform().daemon().name("access-log-flush").start(this::flush);
        try {
            if (flushing.join(LAST)) return;
            flushing.interrupt();
            LOG.warn("entries of the security log are lost: the database does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        try {
            if (ending != null) ending.join(LAST.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ends after the web server and before the views: what is slow then goes on beside each other. */
    @Override
    public int getPhase() {
        return 1;
    }
}
