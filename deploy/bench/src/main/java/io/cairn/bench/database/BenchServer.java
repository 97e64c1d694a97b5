package io.cairn.bench.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server for the time of one run: durable, and with the sizes the packaged product gives its own. */
public final class BenchServer implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "256MB",
            "min_wal_size", "512MB",
            "max_wal_size", "2GB",
            // the product's own needs fewer; here the pools of all peers are open at once
            "max_connections", "300");

    private final EmbeddedPostgres server;
    private final Path home;

    private BenchServer(EmbeddedPostgres server, Path home) {
        this.server = server;
        this.home = home;
    }

    /** In that folder, which is emptied first. */
    public static BenchServer start(Path home) throws IOException {
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgresql"))
                .setOverrideWorkingDirectory(home.resolve("postgresql-binaries").toFile())
                .setPGStartupWait(Duration.ofMinutes(2))
                .setLocaleConfig("locale", "C.UTF-8");
        SETTINGS.forEach(builder::setServerConfig);
        return new BenchServer(builder.start(), home);
    }

    public Path home() {
        return home;
    }

    /** A new database, migrated, with all roles. */
    public BenchDatabase database(String name) throws SQLException {
        execute("create database " + name);
        return BenchDatabase.prepared("jdbc:postgresql://localhost:" + server.getPort() + "/" + name);
    }

    public void drop(String name) throws SQLException {
        execute("drop database if exists " + name + " with (force)");
    }

    public void checkpoint() throws SQLException {
        execute("checkpoint");
    }

    public String version() throws SQLException {
        return select("select 'version', current_setting('server_version')").getOrDefault("version", "");
    }

    /** What was set, and what decides whether a commit is durable. */
    public Map<String, String> settings() throws SQLException {
        return select("""
                select name, current_setting(name) from pg_settings
                where source in ('command line', 'configuration file') and name not in ('port', 'data_directory')
                or name in ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'wal_level')
                order by name
                """);
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(home);
    }

    private Map<String, String> select(String sql) throws SQLException {
        var found = new LinkedHashMap<String, String>();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) found.put(rows.getString(1), rows.getString(2));
        }
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
