package io.cairn.eventstore.torture;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cairn.eventstore.DatabaseRoles;
import io.cairn.eventstore.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A durable server that can be killed and comes back at the same address. */
final class Server implements AutoCloseable {
    private final Path data;
    private final int port;
    private EmbeddedPostgres running;

    Server(Path data) throws IOException {
        this.data = data;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        running = start();
        DatabaseRoles.create(superuser(), new DatabaseRoles.Passwords("migrator", "app", "appender", "projector"));
        for (var schema : List.of("eventstore", "sample")) Migrations.migrate(dataSource("migrator"), schema);
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    DataSource superuser() {
        return dataSource("postgres");
    }

    private PGSimpleDataSource dataSource(String role) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setURL(url());
        dataSource.setUser(role);
        dataSource.setPassword(role);
        return dataSource;
    }

    static HikariDataSource pool(String url, String role) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(role);
        config.setPassword(role);
        config.setMaximumPoolSize(12);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** The whole server at once, and then a new one on what it left behind. */
    void killAndRestart() throws IOException, InterruptedException {
        ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
        running.close(); // finds no server any more, and gives up its hold on the directory
        for (var attempt = 1; ; attempt++)
            try {
                running = start();
                return;
            } catch (IOException | IllegalStateException e) {
                if (attempt == 60) throw e;
                Thread.sleep(500); // orphaned backends still hold the shared memory
            }
    }

    /** Nothing of it moves until {@code moment} is over; connections stand and answer nothing. */
    void freeze(Duration moment) throws IOException, InterruptedException {
        var postmaster = ProcessHandle.of(pid()).orElseThrow();
        var all = Stream.concat(postmaster.children(), Stream.of(postmaster))
                .map(ProcessHandle::pid)
                .toList();
        signal("STOP", all);
        try {
            Thread.sleep(moment);
        } finally {
            signal("CONT", all);
        }
    }

    private static void signal(String signal, List<Long> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(process.toString()));
        new ProcessBuilder(command).start().waitFor(); // some may have ended meanwhile
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
