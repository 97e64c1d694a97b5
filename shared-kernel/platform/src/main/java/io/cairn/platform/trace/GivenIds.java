package io.cairn.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;

/** Ids that are known before the span is: a trace has that of its request, an append that of its first event. */
final class GivenIds implements IdGenerator {
    private static final ScopedValue<Given> GIVEN = ScopedValue.newInstance();
    private static final IdGenerator CHANCE = IdGenerator.random();

    private record Given(String trace, @Nullable String span) {}

    /** @param span null when any will do */
    static Span start(SpanBuilder builder, String trace, @Nullable String span) {
        return ScopedValue.where(GIVEN, new Given(trace, span)).call(builder::startSpan);
    }

    @Override
    public String generateTraceId() {
        return GIVEN.isBound() ? GIVEN.get().trace() : CHANCE.generateTraceId();
    }

    @Override
    public String generateSpanId() {
        var given = GIVEN.isBound() ? GIVEN.get().span() : null;
        return given == null ? CHANCE.generateSpanId() : given;
    }
}
