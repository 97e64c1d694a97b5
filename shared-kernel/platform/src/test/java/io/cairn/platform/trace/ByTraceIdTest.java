package io.cairn.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.problem.RequestId;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ByTraceIdTest {
    private static final int MANY = 20_000;

    @Test
    void a_tenth_is_a_tenth_of_the_ids_that_requests_get() {
        var random = new Random(7);
        var chosen = Stream.generate(
                        () -> new UUID(random.nextLong() & ~0xf000L | 0x4000, Long.MIN_VALUE | random.nextLong() >>> 2))
                .limit(MANY)
                .filter(id -> chosen(0.1, RequestId.traceId(id)))
                .count();
        assertThat(chosen).isBetween(MANY / 10 - 200L, MANY / 10 + 200L);
    }

    @Test
    void none_is_none_and_all_is_all() {
        for (var id : List.of("00000000000000010000000000000000", "ffffffffffffffffffffffffffffffff")) {
            assertThat(chosen(0, id)).isFalse();
            assertThat(chosen(1, id)).isTrue();
        }
    }

    @Test
    void who_chooses_more_chooses_those_too_that_who_chooses_less_does() {
        var random = new Random(8);
        for (var i = 0; i < 1_000; i++) {
            var id = RequestId.traceId(new UUID(random.nextLong(), random.nextLong()));
            if (chosen(0.2, id)) assertThat(chosen(0.6, id)).as(id).isTrue();
        }
    }

    private static boolean chosen(double probability, String trace) {
        return new ByTraceId(probability)
                        .shouldSample(Context.root(), trace, "", SpanKind.INTERNAL, Attributes.empty(), List.of())
                        .getDecision()
                == SamplingDecision.RECORD_AND_SAMPLE;
    }
}
