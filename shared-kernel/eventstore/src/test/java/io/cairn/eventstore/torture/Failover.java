package io.cairn.eventstore.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Migrations;
import io.cairn.eventstore.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A primary and, once it was added, a standby that has every commit before it is acknowledged. They take turns at two
 * ports, both of which are in the one address that is given to clients.
 */
final class Failover implements AutoCloseable {
    private static final String STANDBY = "standby";
    private static final Map<String, String> SETTINGS = Map.of("wal_keep_size", "512MB");
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Path directory;
    private final int[] ports = {PostgresServer.freePort(), PostgresServer.freePort()};
    private PostgresServer primary;
    private @Nullable PostgresServer standby;
    private int copies;

    Failover(Path directory) throws IOException {
        this.directory = directory;
        primary = PostgresServer.create(directory.resolve("primary"), ports[0], SETTINGS);
        for (var schema : List.of("eventstore", "sample")) Migrations.migrate(primary.migrator(), schema);
    }

    /** Of whichever server is the primary. */
    String url() {
        return PostgresServer.url(ports[0], ports[1]);
    }

    DataSource superuser() {
        return primary.superuser();
    }

    /** From a base copy of the running primary; back when no commit is acknowledged any more that it does not have. */
    void addStandby() throws Exception {
        standby = primary.follower(
                directory.resolve("copy-" + ++copies),
                ports[0] == primary.port() ? ports[1] : ports[0],
                STANDBY,
                SETTINGS);
        primary.confirmWith(STANDBY);
    }

    /** Nothing reaches the standby any more, and commits are acknowledged without it. */
    void cutStandbyOff() throws InterruptedException {
        var sql = new JdbcTemplate(primary.superuser());
        sql.execute("alter system reset synchronous_standby_names");
        sql.execute("select pg_reload_conf()");
        var behind = new JdbcTemplate(Objects.requireNonNull(standby).superuser());
        behind.execute("alter system reset primary_conninfo");
        behind.execute("select pg_reload_conf()");
        for (var end = System.nanoTime() + PATIENCE_NANOS; isFollowing(behind); Thread.sleep(20))
            assertThat(System.nanoTime()).as("the standby is cut off").isLessThan(end);
    }

    private static boolean isFollowing(JdbcTemplate standby) {
        return !standby.queryForList("select from pg_stat_wal_receiver").isEmpty();
    }

    void killPrimary() throws IOException {
        primary.kill();
    }

    /** The standby takes over, and has none itself. */
    void promote() {
        primary = Objects.requireNonNull(standby);
        standby = null;
        primary.promote();
    }

    @Override
    public void close() throws IOException {
        if (standby != null) standby.close();
        primary.close();
    }
}
