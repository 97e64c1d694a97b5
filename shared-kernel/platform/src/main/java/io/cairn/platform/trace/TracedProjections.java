package io.cairn.platform.trace;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Witness;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an append's events in each view and policy, as part of the trace that appended them. Events of long
 * ago, which a new view comes upon, are nobody's trace any more.
 */
record TracedProjections(Tracing tracing, Clock clock) implements Witness {
    private static final Duration LONG_AGO = Duration.ofMinutes(1);

    @Override
    public void applied(String view, List<StoredEvent> events, long since) {
        if (isLongAgo(events.getLast())) return;
        var from = Instant.now().minusNanos(System.nanoTime() - since);
        for (var append : Appends.of(events)) {
            var trace = append.getFirst().origin().correlation();
            if (trace == null || isLongAgo(append.getFirst())) continue;
            var attributes = Attributes.of(
                    Tracing.EVENTS,
                    (long) append.size(),
                    Tracing.POSITION,
                    append.getLast().position());
            tracing.tell(SpanKind.CONSUMER, "view " + view, trace, parent(append), from, attributes);
        }
    }

    @Override
    public void handed(String policy, StoredEvent event, List<StoredEvent> batch, Runnable work) {
        var trace = event.origin().correlation();
        if (trace == null || isLongAgo(event)) work.run();
        else {
            var span = tracing.begin(SpanKind.CONSUMER, "policy " + policy, trace, parent(event, batch));
            span.setAttribute(Tracing.POSITION, event.position());
            Tracing.within(span, () -> {
                work.run();
                return true;
            });
        }
    }

    private static @Nullable String parent(StoredEvent event, List<StoredEvent> batch) {
        for (var append : Appends.of(batch))
            if (append.stream().anyMatch(it -> it.position() == event.position())) return parent(append);
        return null;
    }

    private static String parent(List<StoredEvent> append) {
        return Appends.span(append.getFirst().eventId());
    }

    private boolean isLongAgo(StoredEvent event) {
        return event.recordedAt().isBefore(clock.instant().minus(LONG_AGO));
    }
}
