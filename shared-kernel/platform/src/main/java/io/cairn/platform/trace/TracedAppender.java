package io.cairn.platform.trace;

import io.cairn.eventstore.AppendKey;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.NewEvent;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From when events are handed over until they are durable, in a batch with their neighbours'. */
record TracedAppender(EventAppender appender, Tracing tracing) implements EventAppender {
    @Override
    public long append(List<NewEvent> events, @Nullable AppendKey key) {
        var trace = events.isEmpty() ? null : events.getFirst().origin().correlation();
        if (trace == null) return appender.append(events, key);
        var span = tracing.inside(
                SpanKind.PRODUCER,
                "append",
                trace,
                Appends.span(events.getFirst().eventId()));
        return Tracing.within(span, () -> {
            var position = appender.append(events, key);
            span.setAttribute(Tracing.EVENTS, (long) events.size()).setAttribute(Tracing.POSITION, position);
            return position;
        });
    }

    @Override
    public BulkAppend bulk() {
        return appender.bulk();
    }

    @Override
    public long head() {
        return appender.head();
    }

    @Override
    public void close() {
        appender.close();
    }
}
