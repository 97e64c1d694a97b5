package io.cairn.platform.command;

import io.cairn.eventstore.CommandScope;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.VersionConflict;
import io.cairn.language.Rejected;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Commands through Axon's bus, decided and appended on the caller's thread. */
final class AxonCommands implements Commands, AutoCloseable {
    private static final int RETRIES = 3;

    private final Configuration axon;
    private final CommandBus bus;
    private final LongSupplier head;
    private final MeterRegistry meters;

    /** @param head the position of the store's last event */
    AxonCommands(Configuration axon, LongSupplier head, MeterRegistry meters) {
        this.axon = axon;
        this.bus = axon.commandBus();
        this.head = head;
        this.meters = meters;
    }

    @Override
    public Receipt send(Command command, Origin origin, @Nullable Long expectedVersion) {
        // one unit of work, one aggregate: locks can then never wait for each other in a circle
        if (CurrentUnitOfWork.isStarted())
            throw new IllegalStateException("a command cannot be sent while another is being decided");
        var started = Timer.start(meters);
        var outcome = "fault";
        try {
            var receipt = untilWon(command, origin, expectedVersion);
            outcome = receipt.events().isEmpty() ? "unchanged" : "done";
            return receipt;
        } catch (Rejected e) {
            outcome = "refused";
            throw e;
        } catch (StaleVersion e) {
            outcome = "stale";
            throw e;
        } catch (VersionConflict e) {
            outcome = "conflict";
            throw e;
        } finally {
            started.stop(Timer.builder("cairn.commands")
                    .description("Commands by what came of them")
                    .tag("command", command.getClass().getSimpleName())
                    .tag("outcome", outcome)
                    .register(meters));
        }
    }

    /** Whoever expects a version and loses the race finds the next attempt stale, which is what it is. */
    private Receipt untilWon(Command command, Origin origin, @Nullable Long expectedVersion) {
        for (var lost = 0; ; lost++) {
            try {
                return attempt(command, origin, expectedVersion);
            } catch (VersionConflict e) {
                if (lost == RETRIES) throw e;
            }
        }
    }

    private Receipt attempt(Command command, Origin origin, @Nullable Long expectedVersion) {
        var scope = new CommandScope(command.stream(), origin);
        var version = scope.call(() -> dispatch(command, expectedVersion));
        return new Receipt(version, scope.position().orElseGet(head), scope.events());
    }

    private long dispatch(Command command, @Nullable Long expectedVersion) {
        Map<String, ?> metadata =
                expectedVersion == null ? Map.of() : Map.of(AggregateShell.EXPECTED_VERSION, expectedVersion);
        var message = new GenericCommandMessage<>(command, MetaData.from(metadata));
        var result = new Result();
        bus.<Command, Object>dispatch(message, (sent, received) -> result.received = received);
        var received = result.received;
        if (received == null) throw new IllegalStateException("the command bus left the caller's thread");
        if (received.isExceptional()) throw failure(command, received.exceptionResult());
        return (Long) received.getPayload();
    }

    private static RuntimeException failure(Command command, Throwable thrown) {
        return switch (thrown) {
            case Error error -> throw error;
            case CommandExecutionException e -> e.getCause() == null ? e : failure(command, e.getCause());
            case ConcurrencyException e -> lostRace(command, e);
            case AggregateStreamCreationException e -> lostRace(command, e);
            case RuntimeException e -> e;
            default -> new IllegalStateException(thrown);
        };
    }

    private static VersionConflict lostRace(Command command, Throwable cause) {
        var stream = command.stream();
        var conflict =
                new VersionConflict(stream, CommandScope.current().version().orElse(-1) + 1);
        conflict.initCause(cause);
        return conflict;
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    private static final class Result {
        private @Nullable CommandResultMessage<?> received;
    }
}
