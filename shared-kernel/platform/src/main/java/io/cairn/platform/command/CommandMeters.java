package io.cairn.platform.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Times commands by what came of them; looking a timer up in the registry each time costs more than the timing. */
final class CommandMeters {
    private record Kind(Class<?> command, String outcome) {}

    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    CommandMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param nanos how long it took */
    void record(Command command, String outcome, long nanos) {
        timers.computeIfAbsent(new Kind(command.getClass(), outcome), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("cairn.commands")
                .description("Commands by what came of them")
                .tag("command", kind.command().getSimpleName())
                .tag("outcome", kind.outcome())
                .register(meters);
    }
}
