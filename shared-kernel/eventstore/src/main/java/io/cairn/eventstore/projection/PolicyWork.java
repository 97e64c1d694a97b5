package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands events to a policy. Its commands are transactions of their own; the lock on the token keeps other nodes from
 * sending the same ones at the same time, and after a crash the last batch comes again.
 */
final class PolicyWork implements Work {
    /** Small, since the whole batch comes again after a crash. */
    private static final int MOST = 100;

    private final Policy policy;
    private final Token token;
    private final EventSource source;
    private final DataSource projector;

    PolicyWork(PolicyRegistration registration, EventSource source, DataSource projector) {
        this.policy = registration.policy();
        this.token = new Token(registration.schema(), policy.name());
        this.source = source;
        this.projector = projector;
    }

    /** Where the policy got, and why no further. */
    private record Reached(long position, @Nullable EventFailed failure) {}

    @Override
    public String name() {
        return policy.name();
    }

    @Override
    public long position() {
        return Transactions.run(projector, token::read);
    }

    @Override
    public long advance(long position, int limit) {
        var events = source.after(position, Math.min(limit, MOST));
        if (events.isEmpty()) return position;
        var reached = Transactions.run(projector, connection -> hand(events, position, connection));
        if (reached.failure() != null) throw reached.failure();
        return reached.position();
    }

    /** What was handed over before a failure is done, and its token is kept. */
    private Reached hand(List<StoredEvent> events, long position, Connection connection) throws SQLException {
        var actual = token.lock(connection);
        if (actual != position) return new Reached(actual, null);
        var done = position;
        for (var event : events) {
            try {
                policy.when(event);
            } catch (RuntimeException e) {
                token.write(connection, done);
                return new Reached(done, new EventFailed(event, e));
            }
            done = event.position();
        }
        token.write(connection, done);
        return new Reached(done, null);
    }
}
