package io.cairn.platform.command;

import io.cairn.language.event.Event;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * What every aggregate shares: it takes its id from its stream and applies what was decided. A subclass has a
 * constructor without arguments, one line per command and one handler typed on its sealed events.
 */
public abstract class AggregateShell {
    /** Metadata of a command: the version its sender has seen. */
    static final String EXPECTED_VERSION = "expectedVersion";

    private static final ClassValue<Optional<ShellState<AggregateShell>>> STATES = new ClassValue<>() {
        @Override
        @SuppressWarnings("unchecked") // it is asked about shells only, each about its own class
        protected Optional<ShellState<AggregateShell>> computeValue(Class<?> shell) {
            return Optional.ofNullable(ShellState.of((Class<AggregateShell>) shell));
        }
    };

    /**
     * How things stand after a command.
     *
     * @param version of the stream, -1 when it is still empty
     * @param state what the shell remembers, null when it does not say
     */
    record Outcome(long version, @Nullable Object state) {}

    @AggregateIdentifier
    private @Nullable String id;

    final void identify(String stream) {
        id = stream;
    }

    /**
     * Compares versions before the decision, so that somebody who looks at an old one hears that, and not what
     * follows from it. Of a stream that is empty, or another tenant's, the decision says what there is to say.
     *
     * @return how things stand after the command
     */
    @CommandHandlerInterceptor
    final Outcome around(
            Command command, @MetaDataValue(EXPECTED_VERSION) @Nullable Long expected, InterceptorChain decision)
            throws Exception {
        if (id == null) identify(command.stream().value().toString());
        var found = version();
        if (expected != null && found >= 0 && expected != found) throw new StaleVersion(expected, found);
        decision.proceed();
        var state = STATES.get(getClass());
        return new Outcome(version(), state.isEmpty() ? null : state.get().take(this));
    }

    /** About how many bytes it takes in memory; at its largest size by far, if it remembers much. */
    protected int footprint() {
        return 1024;
    }

    /** Applies the decided events, in order. */
    protected final void apply(Command command, List<? extends Event> decided) {
        for (var event : decided) AggregateLifecycle.apply(event);
    }

    private static long version() {
        Long version = AggregateLifecycle.getVersion();
        return version == null ? -1 : version;
    }
}
