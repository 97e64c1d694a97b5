package io.cairn.eventstore.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A primary and, once it was added, a standby that has every commit before it is acknowledged. They take turns at two
 * ports, both of which are in the one address that is given to clients.
 */
final class Failover implements AutoCloseable {
    private static final String STANDBY = "standby";
    /** What a copy must not have, or gets anew. */
    private static final Set<String> NOT_COPIED =
            Set.of("postmaster.pid", "postmaster.opts", "pg_replslot", "epg-lock");

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Path directory;
    private final int[] ports = {Server.freePort(), Server.freePort()};
    private Server primary;
    private @Nullable Server standby;
    private int copies;

    Failover(Path directory) throws IOException {
        this.directory = directory;
        primary = new Server(directory.resolve("primary"), ports[0]);
    }

    /** Of whichever server is the primary. */
    String url() {
        return "jdbc:postgresql://localhost:%d,localhost:%d/postgres?targetServerType=primary&connectTimeout=2"
                .formatted(ports[0], ports[1]);
    }

    DataSource superuser() {
        return primary.superuser();
    }

    /** From a base copy of the running primary; back when no commit is acknowledged any more that it does not have. */
    void addStandby() throws Exception {
        var sql = new JdbcTemplate(primary.superuser());
        sql.execute("select pg_create_physical_replication_slot('" + STANDBY + "', true)");
        var data = Files.createDirectory(
                directory.resolve("copy-" + ++copies),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var connection = primary.superuser().getConnection()) {
            text(connection, "select pg_backup_start('" + STANDBY + "', true)::text");
            copy(primary.data(), data);
            Files.writeString(
                    data.resolve("backup_label"), text(connection, "select labelfile from pg_backup_stop(false)"));
        }
        Files.createDirectory(data.resolve("pg_replslot"));
        Files.writeString(data.resolve("postgresql.auto.conf"), """
                primary_conninfo = 'host=localhost port=%d user=postgres password=postgres application_name=%s'
                primary_slot_name = '%s'
                """.formatted(primary.port(), STANDBY, STANDBY));
        Files.createFile(data.resolve("standby.signal"));
        standby = Server.on(data, ports[0] == primary.port() ? ports[1] : ports[0]);
        sql.execute("alter system set synchronous_standby_names = '" + STANDBY + "'");
        sql.execute("select pg_reload_conf()");
        for (var end = System.nanoTime() + PATIENCE_NANOS; !isSynchronous(sql); Thread.sleep(20))
            assertThat(System.nanoTime()).as("the standby follows").isLessThan(end);
    }

    private static boolean isSynchronous(JdbcTemplate sql) {
        return !sql.queryForList("select from pg_stat_replication where sync_state = 'sync' and state = 'streaming'")
                .isEmpty();
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
        assertThat(new JdbcTemplate(primary.superuser()).queryForObject("select pg_promote(true, 60)", Boolean.class))
                .isTrue();
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Files come and go meanwhile; the write-ahead log makes up for it. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (NOT_COPIED.contains(folder.getFileName().toString())) return FileVisitResult.SKIP_SUBTREE;
                if (!folder.equals(from)) Files.createDirectory(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (NOT_COPIED.contains(file.getFileName().toString())) return FileVisitResult.CONTINUE;
                try {
                    Files.copy(file, to.resolve(from.relativize(file)));
                } catch (NoSuchFileException e) {
                    // dropped just now
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        if (standby != null) standby.close();
        primary.close();
    }
}
