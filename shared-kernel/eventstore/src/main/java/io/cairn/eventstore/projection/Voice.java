package io.cairn.eventstore.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other processes what this one appended: the last position only, and not more often than every few milliseconds.
 * On a connection of its own, since a notification inside an append would make appends of all processes wait for each
 * other until the commit.
 */
final class Voice implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Voice.class);
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final DataSource projector;
    private final Pulse pulse;
    private final BooleanSupplier company;
    private volatile long appended;
    private volatile @Nullable Thread thread;
    private long told;
    private boolean failing;

    /** @param company whether there are other processes to hear it */
    Voice(DataSource projector, Pulse pulse, BooleanSupplier company) {
        this.projector = projector;
        this.pulse = pulse;
        this.company = company;
    }

    /** Quick: it is called by whoever appends. */
    void appended(long position) {
        appended = position;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        while (!pulse.closed()) {
            if (appended == told) LockSupport.parkNanos(this, IDLE_NANOS);
            else if (!company.getAsBoolean()) told = appended;
            else tell();
        }
    }

    private void tell() {
        try (var connection = projector.getConnection()) {
            while (!pulse.closed() && appended != told) {
                told = tell(connection, appended);
                rest();
            }
            failing = false;
        } catch (SQLException | RuntimeException e) {
            if (!failing) LOG.warn("other processes are not told, they look at the head: {}", e.getMessage());
            failing = true;
            LockSupport.parkNanos(this, IDLE_NANOS);
        }
    }

    /** All of it, even if something is appended meanwhile. */
    private void rest() {
        var end = System.nanoTime() + BETWEEN_NANOS;
        for (var left = BETWEEN_NANOS; left > 0; left = end - System.nanoTime()) LockSupport.parkNanos(this, left);
    }

    private static long tell(Connection connection, long position) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, Ear.CHANNEL);
            statement.setString(2, Long.toString(position));
            statement.execute();
            return position;
        }
    }
}
