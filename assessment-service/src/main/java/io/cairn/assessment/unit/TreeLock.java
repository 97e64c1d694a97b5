package io.cairn.assessment.unit;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One move at a time in a tenant's tree. Two moves are two streams, so no version would tell that together they make
 * a loop: A below B while B goes below A. Moves are rare, so this node lets one in at a time and never holds more
 * than one connection for it; the lock in the database keeps other nodes out.
 */
final class TreeLock {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('unit tree ' || :tenant, 0))";

    private final TenantDatabase database;
    private final ReentrantLock here = new ReentrantLock();

    TreeLock(TenantDatabase database) {
        this.database = database;
    }

    <T> T alone(TenantId tenant, Supplier<T> move) {
        here.lock();
        try {
            return database.write(tenant, jdbc -> {
                jdbc.sql(LOCK).param("tenant", tenant.toString()).query().listOfRows();
                return move.get();
            });
        } finally {
            here.unlock();
        }
    }
}
