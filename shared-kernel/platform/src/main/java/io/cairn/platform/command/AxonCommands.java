package io.cairn.platform.command;

import io.cairn.eventstore.AlreadyAppended;
import io.cairn.eventstore.AppendKey;
import io.cairn.eventstore.AppendRecord;
import io.cairn.eventstore.CommandScope;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.VersionConflict;
import io.cairn.language.Rejected;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    private final Configuration axon;
    private final CommandBus bus;
    private final Memory memory;
    private final StreamReader streams;
    private final Function<AppendKey, Optional<AppendRecord>> records;
    private final LongSupplier head;
    private final Duration patience;
    private final CommandMeters meters;

    /**
     * @param records what the first append with a key did
     * @param head the position of the store's last event
     * @param patience how long a command that loses races is decided again
     */
    AxonCommands(
            Configuration axon,
            Memory memory,
            StreamReader streams,
            Function<AppendKey, Optional<AppendRecord>> records,
            LongSupplier head,
            Duration patience,
            CommandMeters meters) {
        this.axon = axon;
        this.bus = axon.commandBus();
        this.memory = memory;
        this.streams = streams;
        this.records = records;
        this.head = head;
        this.patience = patience;
        this.meters = meters;
    }

    @Override
    public Receipt send(Command command, Origin origin, @Nullable Long expectedVersion) {
        // one unit of work, one aggregate: locks can then never wait for each other in a circle
        if (CurrentUnitOfWork.isStarted())
            throw new IllegalStateException("a command cannot be sent while another is being decided");
        var started = System.nanoTime();
        var outcome = "fault";
        try {
            var receipt = once(command, origin, expectedVersion);
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
            meters.record(command, outcome, System.nanoTime() - started);
        }
    }

    /**
     * A command that was done before, by an earlier try of the same request, answers what it did then, whatever would
     * be decided now.
     */
    private Receipt once(Command command, Origin origin, @Nullable Long expectedVersion) {
        var key = Once.nextKey(command.stream().tenant());
        if (key == null) return untilWon(command, origin, expectedVersion, null);
        try {
            var receipt = untilWon(command, origin, expectedVersion, key);
            return receipt.events().isEmpty() ? before(key).orElse(receipt) : receipt;
        } catch (Rejected | StaleVersion | VersionConflict | AlreadyAppended e) {
            return before(key).orElseThrow(() -> e);
        }
    }

    private Optional<Receipt> before(AppendKey key) {
        return records.apply(key).map(record -> {
            var events = streams.read(record.stream(), record.first()).stream()
                    .filter(event -> event.version() <= record.last())
                    .map(StoredEvent::event)
                    .toList();
            return new Receipt(record.last(), record.position(), events);
        });
    }

    /** Whoever expects a version and loses the race finds the next attempt stale, which is what it is. */
    private Receipt untilWon(Command command, Origin origin, @Nullable Long expectedVersion, @Nullable AppendKey key) {
        var patience = new Patience(this.patience);
        while (true) {
            try {
                var receipt = attempt(command, origin, expectedVersion, key);
                if (receipt != null) return receipt;
                if (patience.isOver()) throw new VersionConflict(command.stream(), streams.version(command.stream()));
            } catch (VersionConflict e) {
                if (!patience.waits()) throw e;
            }
        }
    }

    /** Null when it was decided on memory that turned out to be behind, and must be decided again. */
    private @Nullable Receipt attempt(
            Command command, Origin origin, @Nullable Long expectedVersion, @Nullable AppendKey key) {
        var scope = new CommandScope(command.stream(), origin, key);
        try {
            var outcome = scope.call(() -> dispatch(command, expectedVersion));
            return wasBehind(scope)
                    ? null
                    : new Receipt(outcome.version(), scope.position().orElseGet(head), scope.events(), outcome.state());
        } catch (Rejected | StaleVersion e) {
            if (wasBehind(scope)) return null;
            throw e;
        }
    }

    /**
     * Appended events prove what they were decided on, since versions are unique. Anything else that was decided on
     * memory holds only if the store has nothing newer.
     */
    private boolean wasBehind(CommandScope scope) {
        if (!scope.remembered()
                || streams.version(scope.stream()) == scope.version().orElse(-1)) return false;
        memory.forget(scope.stream());
        return true;
    }

    private AggregateShell.Outcome dispatch(Command command, @Nullable Long expectedVersion) {
        Map<String, ?> metadata =
                expectedVersion == null ? Map.of() : Map.of(AggregateShell.EXPECTED_VERSION, expectedVersion);
        var message = new GenericCommandMessage<>(command, MetaData.from(metadata));
        var result = new Result();
        bus.<Command, Object>dispatch(message, (sent, received) -> result.received = received);
        var received = result.received;
        if (received == null) throw new IllegalStateException("the command bus left the caller's thread");
        if (received.isExceptional()) throw failure(command, received.exceptionResult());
        return (AggregateShell.Outcome) received.getPayload();
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
