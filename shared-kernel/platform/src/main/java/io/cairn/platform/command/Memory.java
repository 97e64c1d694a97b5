package io.cairn.platform.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.cairn.language.StreamId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates of lately used streams, so that not every command reads its stream. The key is the whole stream, tenant
 * included. An aggregate found here may be behind, if another process appended; {@link AxonCommands} sees to that.
 */
final class Memory {
    private record Kept(EventSourcedAggregate<? extends AggregateShell> aggregate, int weight) {}

    private final Cache<StreamId, Kept> kept;

    Memory(CommandProperties.Cache settings, MeterRegistry meters) {
        var room = settings.streams() == 0 ? 0 : settings.size().toBytes();
        // nothing weighs less than an equal share, so the weight bounds the number too
        var share = room / Math.max(1, settings.streams());
        kept = Caffeine.newBuilder()
                .maximumWeight(room)
                .weigher((StreamId stream, Kept it) -> (int) Math.max(share, it.weight()))
                .expireAfter(Expiry.<StreamId, Kept>creating((stream, it) -> settings.maxAge()))
                .executor(Runnable::run)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, kept, "cairn.commands", List.of());
    }

    @SuppressWarnings("unchecked") // what is of the type has this root
    <A extends AggregateShell> @Nullable EventSourcedAggregate<A> find(StreamId stream, Class<A> type) {
        var found = kept.getIfPresent(stream);
        return found == null || found.aggregate().rootType() != type
                ? null
                : (EventSourcedAggregate<A>) found.aggregate();
    }

    /** Again and again the same aggregate costs nothing, unless it has grown; its age counts from the first time. */
    void keep(StreamId stream, EventSourcedAggregate<? extends AggregateShell> aggregate) {
        var weight = aggregate.getAggregateRoot().footprint();
        var before = kept.policy().getIfPresentQuietly(stream);
        if (before == null || before.aggregate() != aggregate || before.weight() < weight)
            kept.put(stream, new Kept(aggregate, weight + weight / 4));
    }

    void forget(StreamId stream) {
        kept.invalidate(stream);
    }
}
