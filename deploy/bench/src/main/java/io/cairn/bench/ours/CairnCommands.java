package io.cairn.bench.ours;

import io.cairn.bench.measure.Load;
import io.cairn.bench.measure.Peer;
import io.cairn.bench.payload.CairnAnswers;
import io.cairn.bench.payload.Streams;
import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantId;
import io.cairn.platform.command.Commands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Commands from that many callers on virtual threads, each with some streams of its own, one event per command. */
public final class CairnCommands implements Peer {
    private static final int STREAMS = 4;

    private final String name;
    private final Commands commands;
    private final int callers;
    private final IntFunction<List<StreamId>> streams;

    /** On streams that are new in each turn. */
    public CairnCommands(CairnService service, int callers) {
        this("cairn-" + callers, service, callers, caller -> newStreams());
    }

    /** On the streams that the caller of that number is given. */
    public CairnCommands(String name, CairnService service, int callers, IntFunction<List<StreamId>> streams) {
        this.name = name;
        this.commands = service.commands();
        this.callers = callers;
        this.streams = streams;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        return Map.of(name, Load.virtual(callers, time, this::caller));
    }

    private Load.Step caller(int number) {
        return new Caller(commands, streams.apply(number));
    }

    private static List<StreamId> newStreams() {
        var tenant = new TenantId(Streams.next());
        var streams = new ArrayList<StreamId>();
        for (var i = 0; i < STREAMS; i++) streams.add(new StreamId(tenant, StreamType.ASSESSMENT, Streams.next()));
        return streams;
    }

    /** Goes round its streams with a number that grows; one that happens to change nothing does not count. */
    private static final class Caller implements Load.Step {
        private final Commands commands;
        private final List<StreamId> streams;
        private long sent;

        Caller(Commands commands, List<StreamId> streams) {
            this.commands = commands;
            this.streams = streams;
        }

        @Override
        public int run() {
            var stream = streams.get((int) (sent % streams.size()));
            var receipt = commands.send(new RecordAnswer(stream, sent++), CairnAnswers.ORIGIN);
            return receipt.events().size();
        }
    }
}
