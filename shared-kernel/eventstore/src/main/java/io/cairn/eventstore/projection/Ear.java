package io.cairn.eventstore.projection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears from other processes that they appended, on a connection of its own. */
final class Ear implements Runnable {
    static final String CHANNEL = "cairn_events";

    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);
    private static final int LOOK_UP_MS = 200;
    private static final long RECONNECT_MS = 250;

    private final DataSource projector;
    private final Pulse pulse;
    private boolean failing;

    Ear(DataSource projector, Pulse pulse) {
        this.projector = projector;
        this.pulse = pulse;
    }

    @Override
    public void run() {
        while (!pulse.closed()) {
            try (var connection = projector.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!failing)
                    LOG.warn("other processes are not heard, the head is looked at instead: {}", e.getMessage());
                failing = true;
                pulse.awaitHead(() -> false, RECONNECT_MS);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        execute(connection, "listen " + CHANNEL);
        failing = false;
        var notifications = connection.unwrap(PGConnection.class);
        while (!pulse.closed())
            for (var heard : notifications.getNotifications(LOOK_UP_MS))
                pulse.headIs(Long.parseLong(heard.getParameter()));
        execute(connection, "unlisten *");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
