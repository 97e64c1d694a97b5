package io.cairn.platform.trace;

import io.cairn.language.Rejected;
import io.cairn.platform.problem.RequestId;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans; a thread of its own exports them by and by, and what its queue cannot hold is dropped. A span says what
 * kind of thing was done and how it ended, never what was said: no path, no value, no message of an exception.
 */
final class Tracing implements AutoCloseable {
    static final AttributeKey<Long> EVENTS = AttributeKey.longKey("cairn.events");
    static final AttributeKey<Long> POSITION = AttributeKey.longKey("cairn.position");
    private static final AttributeKey<String> REFUSAL = AttributeKey.stringKey("cairn.refusal");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /** @param process what is told of this process: {@code service.name} and the like */
    Tracing(SpanExporter exporter, double probability, Map<String, String> process) {
        var attributes = Attributes.builder();
        process.forEach(attributes::put);
        provider = SdkTracerProvider.builder()
                .setIdGenerator(new GivenIds())
                .setSampler(new ByTraceId(probability))
                .setResource(Resource.getDefault().merge(Resource.create(attributes.build())))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setMeterProvider(MeterProvider.noop())
                        .build())
                .build();
        tracer = provider.get("io.cairn");
    }

    /**
     * Below a span that is not of this thread.
     *
     * @param parent 16 hexadecimal digits; null when there is none
     */
    Span begin(SpanKind kind, String name, UUID trace, @Nullable String parent) {
        return GivenIds.start(outside(kind, name, trace, parent), RequestId.traceId(trace), null);
    }

    /** The same, of what is over by now. */
    void tell(SpanKind kind, String name, UUID trace, @Nullable String parent, Instant from, Attributes attributes) {
        var builder = outside(kind, name, trace, parent).setStartTimestamp(from).setAllAttributes(attributes);
        GivenIds.start(builder, RequestId.traceId(trace), null).end(Instant.now());
    }

    /**
     * Below the span of this thread where that is of the same trace.
     *
     * @param id of the span; null when any will do
     */
    Span inside(SpanKind kind, String name, UUID trace, @Nullable String id) {
        var traceId = RequestId.traceId(trace);
        var builder = tracer.spanBuilder(name).setSpanKind(kind);
        if (!Span.current().getSpanContext().getTraceId().equals(traceId)) builder.setNoParent();
        return GivenIds.start(builder, traceId, id);
    }

    private SpanBuilder outside(SpanKind kind, String name, UUID trace, @Nullable String parent) {
        var builder = tracer.spanBuilder(name).setSpanKind(kind);
        if (parent == null) return builder.setNoParent();
        var far = SpanContext.createFromRemoteParent(
                RequestId.traceId(trace), parent, TraceFlags.getSampled(), TraceState.getDefault());
        return builder.setParent(Context.root().with(Span.wrap(far)));
    }

    /** Does the work as part of the span, which ends with it. */
    @SuppressWarnings("try")
    static <T extends @Nullable Object> T within(Span span, Supplier<T> work) {
        try (var scope = span.makeCurrent()) {
            return work.get();
        } catch (Rejected e) {
            span.setAttribute(REFUSAL, e.reason().getClass().getSimpleName());
            throw e;
        } catch (RuntimeException | Error e) {
            failed(span, e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }

    /** @param type a word for what happened that is not of the request */
    static void failed(Span span, String type) {
        span.setStatus(StatusCode.ERROR).setAttribute(ERROR, type);
    }

    /** Exports what is left, for some seconds at most. */
    @Override
    public void close() {
        provider.close();
    }
}
