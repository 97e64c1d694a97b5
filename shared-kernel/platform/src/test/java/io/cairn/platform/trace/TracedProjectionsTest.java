package io.cairn.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ActorId;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.cairn.platform.problem.RequestId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TracedProjectionsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final UUID TRACE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final Exported exported = new Exported();
    private final Tracing tracing = new Tracing(exported, 1, Map.of());
    private final TracedProjections witness = new TracedProjections(tracing, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_view_tells_of_each_append_of_a_batch() {
        var batch = List.of(event("a", 0, TRACE, NOW), event("b", 0, OTHER, NOW), event("a", 1, TRACE, NOW));
        witness.applied("sample-v1", batch, System.nanoTime());
        var spans = spans();
        assertThat(spans).extracting(SpanData::getName).containsOnly("view sample-v1");
        assertThat(spans)
                .extracting(SpanData::getTraceId)
                .containsExactly(RequestId.traceId(TRACE), RequestId.traceId(OTHER));
        assertThat(spans)
                .extracting(SpanData::getParentSpanId)
                .containsExactly(
                        Appends.span(batch.get(0).eventId()),
                        Appends.span(batch.get(1).eventId()));
        assertThat(spans)
                .extracting(it -> it.getAttributes().get(Tracing.EVENTS))
                .containsExactly(2L, 1L);
    }

    @Test
    void two_appends_of_one_request_to_one_stream_are_two() {
        var batch = List.of(event("a", 0, TRACE, NOW), event("a", 1, TRACE, NOW.plusMillis(1)));
        assertThat(Appends.of(batch)).hasSize(2);
    }

    @Test
    void nothing_is_told_of_long_ago_and_of_what_no_request_caused() {
        witness.applied("sample-v1", List.of(event("a", 0, TRACE, NOW.minusSeconds(61))), System.nanoTime());
        witness.applied("sample-v1", List.of(event("a", 1, null, NOW)), System.nanoTime());
        witness.handed("when", event("a", 2, TRACE, NOW.minus(Duration.ofDays(1))), List.of(), () -> {});
        assertThat(spans()).isEmpty();
    }

    @Test
    void what_a_policy_sends_is_below_what_it_was_handed() {
        var batch = List.of(event("a", 0, TRACE, NOW), event("a", 1, TRACE, NOW));
        witness.handed(
                "when",
                batch.getLast(),
                batch,
                () -> tracing.inside(SpanKind.INTERNAL, "Do", TRACE, null).end());
        var spans = spans();
        assertThat(spans).extracting(SpanData::getName).containsExactly("Do", "policy when");
        assertThat(spans.getFirst().getParentSpanId()).isEqualTo(spans.getLast().getSpanId());
        assertThat(spans.getLast().getParentSpanId())
                .isEqualTo(Appends.span(batch.getFirst().eventId()));
    }

    @Test
    void a_policy_that_fails_fails_as_before_and_its_message_stays_here() {
        var event = event("a", 0, TRACE, NOW);
        assertThatThrownBy(() -> witness.handed("when", event, List.of(event), () -> {
                    throw new IllegalStateException("words");
                }))
                .hasMessage("words");
        assertThat(spans().getFirst().toString())
                .contains("IllegalStateException")
                .doesNotContain("words");
    }

    private List<SpanData> spans() {
        tracing.close();
        return exported.spans;
    }

    private static StoredEvent event(String unit, long version, @Nullable UUID correlation, Instant at) {
        var code = new UnitCode(unit);
        var origin = new Origin(new ActorId("key:1"), Channel.API, correlation, null);
        return new StoredEvent(
                version + 1,
                StreamId.unit(TENANT, code),
                version,
                UUID.randomUUID(),
                new UnitRenamed(code, "words"),
                origin,
                at);
    }

    private static final class Exported implements SpanExporter {
        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
