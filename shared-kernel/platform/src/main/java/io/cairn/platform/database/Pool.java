package io.cairn.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/**
 * Connections that are given up in moments. Hikari waits at the end for its own thread that connects, which sleeps up to ten
 * seconds between two attempts while somebody wanted a connection and the database was away.
 */
final class Pool extends HikariDataSource {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    Pool(HikariConfig config) {
        super(config);
    }

    @Override
    public void close() {
        var closing = Thread.ofPlatform().daemon().name(getPoolName() + "-end").start(super::close);
        try {
            closing.join(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
