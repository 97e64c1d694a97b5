package io.cairn.bench.ours;

import io.cairn.bench.measure.OpenLoop;
import io.cairn.bench.measure.Peer;
import io.cairn.bench.payload.CairnAnswers;
import io.cairn.bench.payload.Streams;
import io.cairn.eventstore.CairnStorageEngine;
import io.cairn.eventstore.CommandScope;
import io.cairn.eventstore.projection.Projections;
import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * How long it takes from the moment an append is due until it is durable, and until its row is committed in a view of
 * the same process, as who waits for the view learns of it.
 */
public final class CairnVisible implements Peer {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final CairnStorageEngine engine;
    private final Projections projections;
    private final int perSecond;

    public CairnVisible(CairnService service, int perSecond) {
        this.engine = service.engine();
        this.projections = service.projections();
        this.perSecond = perSecond;
    }

    @Override
    public String name() {
        return "visible-" + perSecond;
    }

    @Override
    public Map<String, Double> measure(Duration time) {
        var durable = new ConcurrentHistogram(LONGEST.toNanos(), 3);
        var visible = new ConcurrentHistogram(LONGEST.toNanos(), 3);
        var tenant = new TenantId(Streams.next());
        OpenLoop.run(perSecond, time, (number, dueAt) -> {
            var position = append(new StreamId(tenant, StreamType.ASSESSMENT, Streams.next()));
            durable.recordValue(Math.min(LONGEST.toNanos(), System.nanoTime() - dueAt));
            if (!projections.await(List.of(AnsweredView.NAME), position, LONGEST))
                throw new IllegalStateException("the view has not caught up");
            visible.recordValue(Math.min(LONGEST.toNanos(), System.nanoTime() - dueAt));
        });
        var figures = new LinkedHashMap<String, Double>();
        figures.put("append-" + perSecond, millis(durable, 50));
        figures.put("view-" + perSecond, millis(visible, 50));
        figures.put("append-" + perSecond + "-p99", millis(durable, 99));
        figures.put("view-" + perSecond + "-p99", millis(visible, 99));
        return figures;
    }

    private long append(StreamId stream) {
        var message =
                new GenericDomainEventMessage<>("assessment", stream.value().toString(), 0, CairnAnswers.recorded(0));
        var scope = new CommandScope(stream, CairnAnswers.ORIGIN);
        return scope.call(() -> {
            engine.appendEvents(List.of(message));
            return scope.position().orElseThrow();
        });
    }

    private static double millis(ConcurrentHistogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }
}
