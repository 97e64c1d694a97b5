package io.cairn.bench.ours;

import io.cairn.bench.measure.Load;
import io.cairn.bench.measure.Peer;
import io.cairn.bench.payload.CairnAnswers;
import io.cairn.language.StreamId;
import io.cairn.platform.command.Commands;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * How long a command takes whose aggregate is not remembered and has to be loaded. It changes nothing, so nothing is
 * appended; all it does besides is to ask where the store's head is. In milliseconds.
 */
public final class CairnLoading implements Peer {
    private final String name;
    private final Commands commands;
    private final LongFunction<StreamId> streams;
    private final long lastNumber;

    /** @param lastNumber of the answer that each stream ends with */
    public CairnLoading(String name, CairnService service, LongFunction<StreamId> streams, long lastNumber) {
        this.name = name;
        this.commands = service.commands();
        this.streams = streams;
        this.lastNumber = lastNumber;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        var rate = Load.platform(1, time, number -> new Load.Step() {
            private long loaded;

            @Override
            public int run() {
                var receipt = commands.send(new RecordAnswer(streams.apply(loaded++), lastNumber), CairnAnswers.ORIGIN);
                if (!receipt.events().isEmpty()) throw new IllegalStateException("something was appended");
                return 1;
            }
        });
        return Map.of(name, 1000 / rate);
    }
}
