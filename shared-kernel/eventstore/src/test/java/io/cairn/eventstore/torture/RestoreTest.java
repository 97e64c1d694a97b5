package io.cairn.eventstore.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.Migrations;
import io.cairn.eventstore.PostgresEventAppender;
import io.cairn.eventstore.json.EventJson;
import io.cairn.eventstore.projection.Projections;
import io.cairn.eventstore.testing.PostgresServer;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings a store back to a moment, with the script that an operator uses, and looks what its views make of it. */
class RestoreTest {
    private static final Path SCRIPT = Path.of("..", "..", "deploy", "backup", "cairn-backup")
            .toAbsolutePath()
            .normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long EACH = 300;

    @TempDir
    private Path directory;

    private long version;

    @Test
    void a_store_comes_back_as_of_the_moment_before_the_mistake_and_its_views_go_on() throws Exception {
        var archive = Files.createDirectory(directory.resolve("archive"));
        var copy = directory.resolve("copy");
        var server = PostgresServer.create(directory.resolve("data"), archivingTo(archive));
        for (var schema : List.of("eventstore", "sample")) Migrations.migrate(server.migrator(), schema);
        var moment = "";
        try (var node = SeenNode.start(server.url())) {
            append(server, EACH);
            server.copyTo(copy, true);
            append(server, EACH);
            assertThat(node.awaitCaughtUp(PATIENCE)).isTrue();
            until(() -> node.status().getFirst().position() == 2 * EACH);
        }
        append(server, EACH); // which no view has seen yet
        var superuser = new JdbcTemplate(server.superuser());
        moment = superuser.queryForObject("select clock_timestamp()::text", String.class);
        superuser.execute(
                "alter table eventstore.event disable trigger user; delete from eventstore.event where position > 10");
        archived(superuser);
        server.kill();

        var took = System.nanoTime();
        run(
                "recover",
                copy.toString(),
                archive.toString(),
                moment,
                directory.resolve("restored").toString());
        try (var restored = PostgresServer.start(directory.resolve("restored"), Map.of())) {
            var database = new JdbcTemplate(restored.superuser());
            until(() -> !database.queryForObject("select pg_is_in_recovery()", Boolean.class));
            assertThat(count(database, "eventstore.event")).isEqualTo(3 * EACH);
            assertThat(seen(database)).isEqualTo(2 * EACH);
            try (var node = SeenNode.start(restored.url())) {
                append(restored, EACH);
                goesOn(node, database, 4 * EACH);
            }
            System.out.printf(
                    "restored as of %s in %d ms: %d events of %d that were appended before the mistake; the view stood at"
                            + " %d and went on to %d%n",
                    moment, (System.nanoTime() - took) / 1_000_000, 3 * EACH, 3 * EACH, 2 * EACH, 4 * EACH);
            assertThat(SeenNode.differentAfterRebuild(restored.url())).isZero();

            // as if the events alone had been brought back to an earlier moment than the views
            database.execute(
                    "alter table eventstore.event disable trigger user; delete from eventstore.event where position > "
                            + 2 * EACH
                            + "; alter table eventstore.event enable trigger user; update eventstore.head set position = "
                            + 2 * EACH);
            version = 2 * EACH;
            try (var node = SeenNode.start(restored.url())) {
                append(restored, EACH / 2);
                goesOn(node, database, 2 * EACH + EACH / 2);
            }
            assertThat(SeenNode.differentAfterRebuild(restored.url())).isZero();
        }
    }

    /** Nothing is left out, and nothing is there twice. */
    private static void goesOn(Projections node, JdbcTemplate database, long events) {
        until(() -> node.status().getFirst().failure() == null
                && node.status().getFirst().position() == events
                && count(database, "sample.seen") == events);
        assertThat(seen(database)).isEqualTo(events);
        assertThat(count(database, "sample.dead_letter")).isZero();
    }

    private static Map<String, String> archivingTo(Path archive) {
        return Map.of("archive_mode", "on", "archive_command", "'" + SCRIPT + " archive %p " + archive + "'");
    }

    /** The log until here. */
    private static void archived(JdbcTemplate superuser) {
        var last = superuser.queryForObject("select pg_walfile_name(pg_switch_wal())", String.class);
        until(() -> superuser.queryForObject(
                "select coalesce(max(last_archived_wal), '') >= ? from pg_stat_archiver", Boolean.class, last));
    }

    private void append(PostgresServer server, long events) throws Exception {
        try (var pool = Server.pool(server.url(), "appender")) {
            EventAppender appender = new PostgresEventAppender(
                    pool,
                    EventJson.standard(),
                    Clock.systemUTC(),
                    new AppendSignal(),
                    new SimpleMeterRegistry(),
                    PostgresEventAppender.Settings.STANDARD);
            for (var end = version + events; version < end; version++)
                appender.append(TestStore.events(
                        WriterProcess.stream(1), version, new UnitRenamed(new UnitCode("unit"), "name " + version)));
            ((AutoCloseable) appender).close();
        }
    }

    private static long count(JdbcTemplate database, String table) {
        return database.queryForObject("select count(*) from " + table, Long.class);
    }

    private static long seen(JdbcTemplate database) {
        return database.queryForObject(
                "select count(*) from sample.seen join eventstore.event using (tenant_id, position)", Long.class);
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static void until(BooleanSupplier holds) {
        for (var end = System.nanoTime() + PATIENCE.toNanos(); !holds.getAsBoolean(); pause())
            assertThat(System.nanoTime()).isLessThan(end);
    }

    private static void pause() {
        try {
            Thread.sleep(20); // between looks
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
