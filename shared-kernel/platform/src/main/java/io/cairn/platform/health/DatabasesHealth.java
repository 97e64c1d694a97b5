package io.cairn.platform.health;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Each role must reach the database, and one that takes writes; if one does not, the process is out of service. */
final class DatabasesHealth extends AbstractHealthIndicator {
    private static final int SECONDS = 2;

    private final List<HikariDataSource> pools;

    DatabasesHealth(List<HikariDataSource> pools) {
        this.pools = pools;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (var pool : pools) {
            var up = writable(pool);
            if (!up) health.down();
            health.withDetail(pool.getPoolName(), up ? Status.UP.getCode() : Status.DOWN.getCode());
        }
    }

    private static boolean writable(DataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try (var row = statement.executeQuery("show transaction_read_only")) {
                return row.next() && row.getString(1).equals("off");
            }
        } catch (SQLException e) {
            return false;
        }
    }
}
