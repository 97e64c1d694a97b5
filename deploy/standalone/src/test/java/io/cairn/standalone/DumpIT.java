package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cairn.eventstore.testing.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Dumps a database while both services work on it, and brings it back on a server that has nothing, not even the roles. */
class DumpIT {
    private static final Path SCRIPT =
            Path.of("..", "backup", "cairn-backup").toAbsolutePath().normalize();
    private static final int BEFORE = 20;

    @TempDir
    private Path directory;

    @Test
    void a_dump_brings_everything_back_on_a_new_server_and_the_services_go_on() throws Exception {
        assumeTrue(hasTools(), "pg_dump of PostgreSQL 18 or later is neither on the path nor in CAIRN_PG_BIN");
        String key;
        String dump;
        try (var old = PostgresServer.create(directory.resolve("old"), Map.of());
                var services = TwoServices.start(old.url(), directory)) {
            key = services.register("acme");
            var position = "";
            for (var unit = 0; unit < BEFORE; unit++) position = services.answer(key, "unit-" + unit);
            assertThat(services.answerChanges(key, position)).isEqualTo(3 * BEFORE);
            var writer = Thread.ofVirtual().start(() -> {
                for (var unit = 0; !Thread.interrupted(); unit++)
                    try {
                        services.addUnit(key, "meanwhile-" + unit);
                    } catch (IOException | InterruptedException e) {
                        return;
                    }
            });
            var started = System.nanoTime();
            dump = run(old, "dump", directory.resolve("dumps").toString());
            System.out.printf("dumped while units were added, in %d ms%n", (System.nanoTime() - started) / 1_000_000);
            writer.interrupt();
            writer.join();
        }
        var passwords = Files.createDirectory(directory.resolve("passwords"));
        for (var role : EmbeddedDatabase.ROLES) Files.writeString(passwords.resolve(role), role);
        try (var fresh = PostgresServer.start(directory.resolve("fresh"), Map.of())) {
            var started = System.nanoTime();
            System.out.println(run(fresh, "restore", dump));
            System.out.printf("restored in %d ms%n", (System.nanoTime() - started) / 1_000_000);
            var events = new JdbcTemplate(fresh.superuser())
                    .queryForObject("select count(*) from eventstore.event", Long.class);
            try (var services = TwoServices.start(fresh.url(), directory)) {
                var units = new HashSet<>(services.units(key));
                assertThat(units).contains("unit-0", "unit-" + (BEFORE - 1));
                var position = services.answer(key, "after");
                assertThat(services.answerChanges(key, position)).isEqualTo(3 * BEFORE + 3);
                var views = services.rebuildAll();
                System.out.printf(
                        "%d events, %d units back; went on; %d views as their rebuilds%n", events, units.size(), views);
            }
            assertThat(run(fresh, "check")).contains("the store is whole");
            assertThat(fail(fresh, "restore", dump)).contains("is not empty");
        }
        Files.writeString(Path.of(dump, "figures"), "1 1");
        try (var fresh = PostgresServer.start(directory.resolve("fresh-2"), Map.of())) {
            assertThat(fail(fresh, "restore", dump)).contains("is not as it was written");
        }
    }

    private static boolean hasTools() throws InterruptedException {
        try {
            var process = new ProcessBuilder(
                            "bash",
                            "-c",
                            "PATH=$CAIRN_PG_BIN:$PATH; [[ $(pg_dump --version) =~ \\ ([0-9]+) ]]"
                                    + " && [ ${BASH_REMATCH[1]} -ge 18 ] && command -v psql >/dev/null")
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String run(PostgresServer server, String... arguments) throws IOException, InterruptedException {
        var process = start(server, arguments);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    private String fail(PostgresServer server, String... arguments) throws IOException, InterruptedException {
        var process = start(server, arguments);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isNotZero();
        return said;
    }

    private Process start(PostgresServer server, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGHOST", "localhost");
        builder.environment().put("PGPORT", Integer.toString(server.port()));
        builder.environment()
                .put("CAIRN_ROLE_PASSWORDS", directory.resolve("passwords").toString());
        return builder.start();
    }
}
