package io.cairn.platform.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Chooses traces by the last 56 bits of their ids, which W3C Trace Context asks to be random: the processes that know
 * nothing of each other but the id choose the same. The SDK's own sampler looks at 63, two of which are fixed in a UUID.
 */
final class ByTraceId implements Sampler {
    private static final int DIGITS = 14;
    private static final double ALL = 0x1p56;

    private final long first;
    private final double probability;

    /** @param probability 0 to 1 */
    ByTraceId(double probability) {
        this.probability = probability;
        this.first = Math.round((1 - probability) * ALL);
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        var chance = Long.parseLong(trace.substring(trace.length() - DIGITS), 16);
        return chance >= first ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "ByTraceId{" + probability + "}";
    }

    @Override
    public String toString() {
        return getDescription();
    }
}
