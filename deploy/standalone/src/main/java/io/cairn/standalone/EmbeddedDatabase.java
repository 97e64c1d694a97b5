package io.cairn.standalone;

import io.cairn.eventstore.DatabaseRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own: a real one, in a process of its own, durable, reachable from this machine only and
 * with a password for every role.
 */
final class EmbeddedDatabase implements AutoCloseable {
    static final List<String> ROLES = List.of("migrator", "app", "appender", "projector");

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "cairn";

    /** The library starts its servers for tests, with durability off; here it is on. */
    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on");

    private static final Map<String, String> SIZES = Map.of(
            "max_connections", "100",
            "shared_buffers", "256MB",
            "min_wal_size", "512MB",
            "max_wal_size", "2GB",
            "password_encryption", "scram-sha-256",
            "unix_socket_directories", "''");

    private final EmbeddedPostgres server;
    private final Home home;

    private EmbeddedDatabase(EmbeddedPostgres server, Home home) {
        this.server = server;
        this.home = home;
    }

    /** Starts it, whatever the last end was like: a server left behind by a killed process is stopped first. */
    static EmbeddedDatabase start(Home home) throws IOException {
        var data = home.file("postgresql");
        stopLeftBehind(data);
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(home.file("postgresql-binaries").toFile())
                .setPGStartupWait(Duration.ofMinutes(2))
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", home.secretOrNew("database-superuser"));
        DURABLE.forEach(builder::setServerConfig);
        SIZES.forEach(builder::setServerConfig);
        var database = new EmbeddedDatabase(builder.start(), home);
        try {
            database.prepare();
            home.keepSecret("database-url", database.url());
        } catch (SQLException e) {
            database.close();
            throw new IOException("the database could not be prepared", e);
        }
        return database;
    }

    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
    }

    String password(String role) throws IOException {
        return home.secretOrNew("database-" + role);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** May run any number of times; a process killed half way leaves nothing that the next cannot mend. */
    private void prepare() throws SQLException, IOException {
        var postgres = server.getPostgresDatabase();
        execute(postgres, "alter role postgres password '" + home.secretOrNew("database-superuser") + "'");
        if (!exists(postgres)) execute(postgres, "create database " + DATABASE);
        DatabaseRoles.create(
                server.getDatabase("postgres", DATABASE),
                new DatabaseRoles.Passwords(
                        password("migrator"), password("app"), password("appender"), password("projector")));
        var onlyWithPassword = "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";
        Files.writeString(home.file("postgresql").resolve("pg_hba.conf"), onlyWithPassword);
        execute(postgres, "select pg_reload_conf()");
    }

    private static boolean exists(DataSource postgres) throws SQLException {
        try (var connection = postgres.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
            return found.next();
        }
    }

    private static void execute(DataSource postgres, String sql) throws SQLException {
        try (var connection = postgres.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * The server refuses to start while a process of the number in its pid file is there. That may be the one an
     * earlier run has left behind, one that is dead but not yet reaped, or by now a stranger.
     */
    private static void stopLeftBehind(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return;
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var left = ProcessHandle.of(pid);
        if (left.isEmpty()) return;
        var command = left.get().info().commandLine().orElse("");
        var isOurs = command.contains(data.toString());
        if (isOurs) {
            LOG.info("Stopping the database server that an earlier run has left behind");
            left.get().destroy();
        }
        if ((isOurs || command.isEmpty()) && hasEnded(left.get())) return;
        if (isOurs) {
            left.get().destroyForcibly();
            hasEnded(left.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean hasEnded(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("waiting for the database server left behind to stop", e);
        }
    }
}
