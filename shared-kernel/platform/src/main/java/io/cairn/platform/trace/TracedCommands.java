package io.cairn.platform.trace;

import io.cairn.eventstore.Origin;
import io.cairn.platform.command.Command;
import io.cairn.platform.command.Commands;
import io.cairn.platform.command.Receipt;
import io.opentelemetry.api.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/** Each command with all its tries. */
record TracedCommands(Commands commands, Tracing tracing) implements Commands {
    @Override
    public Receipt send(Command command, Origin origin, @Nullable Long expectedVersion) {
        var trace = origin.correlation();
        if (trace == null) return commands.send(command, origin, expectedVersion);
        var span = tracing.inside(SpanKind.INTERNAL, command.getClass().getSimpleName(), trace, null);
        return Tracing.within(span, () -> {
            var receipt = commands.send(command, origin, expectedVersion);
            span.setAttribute(Tracing.EVENTS, (long) receipt.events().size());
            return receipt;
        });
    }
}
