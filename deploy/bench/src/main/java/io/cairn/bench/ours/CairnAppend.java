package io.cairn.bench.ours;

import io.cairn.bench.measure.Load;
import io.cairn.bench.measure.Peer;
import io.cairn.bench.payload.CairnAnswers;
import io.cairn.bench.payload.Streams;
import io.cairn.eventstore.CairnStorageEngine;
import io.cairn.eventstore.CommandScope;
import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Appends through Axon's engine interface, one event per append, from that many submitters on virtual threads. */
public final class CairnAppend implements Peer {
    private final CairnStorageEngine engine;
    private final int submitters;

    public CairnAppend(CairnService service, int submitters) {
        this.engine = service.engine();
        this.submitters = submitters;
    }

    @Override
    public String name() {
        return "cairn-" + submitters;
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        return Map.of(name(), Load.virtual(submitters, time, this::submitter));
    }

    private Load.Step submitter(int number) {
        var streams = new Streams();
        var tenant = new TenantId(Streams.next());
        return () -> {
            streams.advance();
            var stream = new StreamId(tenant, StreamType.ASSESSMENT, streams.stream());
            var message = new GenericDomainEventMessage<>(
                    "assessment",
                    stream.value().toString(),
                    streams.version(),
                    CairnAnswers.recorded(streams.version()));
            return new CommandScope(stream, CairnAnswers.ORIGIN).call(() -> {
                engine.appendEvents(List.of(message));
                return 1;
            });
        };
    }
}
