package io.cairn.eventstore.testing;

import io.cairn.eventstore.DatabaseRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A durable PostgreSQL server of its own that can be copied while it runs, followed by another, killed and promoted. The
 * embedded binaries have no {@code pg_basebackup}; a copy is made as PostgreSQL's manual says under <i>low level API</i>.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String NAME = "cairn";
    private static final Set<String> NOT_COPIED = Set.of("pg_wal", "pg_replslot", "pg_stat_tmp", "pg_notify");
    private static final Set<String> NOT_COPIED_FILES = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final Path data;
    private final int port;
    private final EmbeddedPostgres running;

    private PostgresServer(Path data, int port, EmbeddedPostgres running) {
        this.data = data;
        this.port = port;
        this.running = running;
    }

    /** A new one with the roles of Cairn, each with its name as password, and an empty database. */
    public static PostgresServer create(Path data, Map<String, String> settings) throws IOException {
        return create(data, freePort(), settings);
    }

    public static PostgresServer create(Path data, int port, Map<String, String> settings) throws IOException {
        var server = start(data, port, settings);
        execute(server.dataSource("postgres", "postgres"), "create database " + NAME);
        DatabaseRoles.create(
                server.superuser(), new DatabaseRoles.Passwords("migrator", "app", "appender", "projector"));
        return server;
    }

    /** On a directory that is there: what was copied, restored, or left behind. */
    public static PostgresServer start(Path data, Map<String, String> settings) throws IOException {
        return start(data, freePort(), settings);
    }

    private static PostgresServer start(Path data, int port, Map<String, String> settings) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("min_wal_size", "128MB")
                .setPGStartupWait(Duration.ofSeconds(60));
        settings.forEach(builder::setServerConfig);
        return new PostgresServer(data, port, builder.start());
    }

    public int port() {
        return port;
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/" + NAME;
    }

    /** For drivers that know several servers: whichever of them takes writes. */
    public static String url(PostgresServer one, PostgresServer other) {
        return url(one.port, other.port);
    }

    public static String url(int port, int other) {
        return "jdbc:postgresql://localhost:" + port + ",localhost:" + other + "/" + NAME
                + "?targetServerType=primary&connectTimeout=2&socketTimeout=10";
    }

    public DataSource superuser() {
        return dataSource("postgres", NAME);
    }

    public DataSource migrator() {
        return dataSource("migrator", NAME);
    }

    private PGSimpleDataSource dataSource(String role, String database) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setURL("jdbc:postgresql://localhost:" + port + "/" + database);
        dataSource.setUser(role);
        dataSource.setPassword(role);
        return dataSource;
    }

    /** Of the running server, into a directory that is not there yet. It needs the log written meanwhile to start. */
    public void copyTo(Path copy, boolean archived) throws IOException, SQLException {
        try (var connection = superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('copy', true)");
            copyFiles(data, copy);
            try (var label = statement.executeQuery("select labelfile from pg_backup_stop(" + archived + ")")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
        }
    }

    /** A server that follows this one from a copy, confirming what it has stored under {@code name}. */
    public PostgresServer follower(Path copy, String name, Map<String, String> settings)
            throws IOException, SQLException {
        return follower(copy, freePort(), name, settings);
    }

    public PostgresServer follower(Path copy, int port, String name, Map<String, String> settings)
            throws IOException, SQLException {
        copyTo(copy, false);
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=" + this.port + " user=postgres application_name=" + name
                        + "'\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return start(copy, port, settings);
    }

    /** From now on nothing is acknowledged before {@code name} has it too. Returns when it confirms. */
    public void confirmWith(String name) throws InterruptedException {
        execute(superuser(), "alter system set synchronous_standby_names = '" + name + "'");
        execute(superuser(), "select pg_reload_conf()");
        var replication = new JdbcTemplate(superuser());
        for (var look = 0; look < 600; look++) {
            var confirming = replication.queryForObject(
                    "select count(*) from pg_stat_replication where sync_state = 'sync'", Long.class);
            if (confirming != null && confirming == 1) return;
            Thread.sleep(50); // between looks
        }
        throw new IllegalStateException("the follower does not confirm");
    }

    /** A follower becomes a server that takes writes. */
    public void promote() {
        execute(superuser(), "select pg_promote(true, 60)");
    }

    /** With -9, all of it at once, as when the machine is gone. */
    public void kill() throws IOException {
        var postmaster = ProcessHandle.of(Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip()));
        var all = postmaster.stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        running.close(); // finds no server any more, and gives up its hold on the directory
    }

    @Override
    public void close() throws IOException {
        running.close();
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                var name = from.relativize(directory).toString();
                Files.createDirectories(to.resolve(name));
                if (name.equals("pg_wal")) Files.createDirectories(to.resolve("pg_wal/archive_status"));
                return NOT_COPIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var name = from.relativize(file).toString();
                if (NOT_COPIED_FILES.contains(name)) return FileVisitResult.CONTINUE;
                try {
                    Files.copy(file, to.resolve(name));
                } catch (NoSuchFileException e) {
                    return FileVisitResult.CONTINUE; // dropped meanwhile; the log tells
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw e;
            }
        });
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    }

    private static void execute(DataSource dataSource, String sql) {
        new JdbcTemplate(dataSource).execute(sql);
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
