package io.cairn.bench.ours;

import io.cairn.bench.measure.Load;
import io.cairn.bench.measure.Peer;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.StreamId;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongFunction;

/** Streams through the store's own reader, as their tenant, each row an event; one after the other. */
public final class CairnStreams implements Peer {
    private final String name;
    private final StreamReader reader;
    private final LongFunction<StreamId> streams;
    private final int length;
    private final boolean asMillis;

    private CairnStreams(
            String name, CairnService service, LongFunction<StreamId> streams, int length, boolean asMillis) {
        this.name = name;
        this.reader = service.reader();
        this.streams = streams;
        this.length = length;
        this.asMillis = asMillis;
    }

    /** Streams per second. */
    public static CairnStreams perSecond(CairnService service, LongFunction<StreamId> streams, int length) {
        return new CairnStreams("cairn", service, streams, length, false);
    }

    /** Milliseconds per stream. */
    public static CairnStreams inMillis(CairnService service, LongFunction<StreamId> streams, int length) {
        return new CairnStreams("cairn-" + length, service, streams, length, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        var rate = Load.platform(1, time, number -> new Load.Step() {
            private long read;

            @Override
            public int run() {
                var events = reader.read(streams.apply(read++));
                if (events.size() != length)
                    throw new IllegalStateException(events.size() + " events instead of " + length);
                return 1;
            }
        });
        return Map.of(name, asMillis ? 1000 / rate : rate);
    }
}
