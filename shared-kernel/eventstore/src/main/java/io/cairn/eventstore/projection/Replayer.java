package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.Slots;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Takes the dead letters of a stream once more, in their order, each in a transaction with the rows that follow from it.
 * The token of their segment is locked meanwhile, so that the loop, wherever it runs, does not go on behind them.
 */
final class Replayer {
    private final Projection projection;
    private final EventSource source;
    private final DataSource projector;

    Replayer(Projection projection, EventSource source, DataSource projector) {
        this.projection = projection;
        this.source = source;
        this.projector = projector;
    }

    /** @throws RuntimeException what hinders it for a passing reason */
    Replay replay(UUID stream) {
        for (var taken = 0; ; taken++) {
            var letter = first(stream);
            if (letter.isEmpty()) return new Replay(taken, null);
            try {
                take(letter.get());
            } catch (RuntimeException e) {
                if (!Faults.ofTheEvent(e)) throw e;
                return new Replay(taken, failedAgain(letter.get(), e));
            }
        }
    }

    private Optional<DeadLetter> first(UUID stream) {
        return Transactions.run(projector, connection -> first(connection, stream));
    }

    private Optional<DeadLetter> first(Connection connection, UUID stream) throws SQLException {
        return projection.letters().ofStream(connection, projection.name(), stream, 1).stream()
                .findFirst();
    }

    private void take(DeadLetter letter) {
        var event = read(letter.position());
        Transactions.run(projector, connection -> {
            projection.tokens().lock(connection, projection.name(), projection.slot(letter.tenant(), letter.stream()));
            // nobody else took it meanwhile
            if (projection.letters().remove(connection, letter)) projection.take(event, connection);
            return true;
        });
    }

    private StoredEvent read(long position) {
        return source.between(position - 1, position, Slots.all(projection.order()))
                .getFirst();
    }

    private DeadLetter failedAgain(DeadLetter letter, RuntimeException e) {
        return Transactions.run(projector, connection -> {
            projection.letters().failedAgain(connection, letter, Faults.told(e));
            return first(connection, letter.stream()).orElse(letter);
        });
    }
}
