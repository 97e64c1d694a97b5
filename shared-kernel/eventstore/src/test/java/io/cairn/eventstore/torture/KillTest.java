package io.cairn.eventstore.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.torture.Journal.Entry;
import io.cairn.eventstore.torture.Journal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Kills database backends, the whole server and writers at random. The quick form kills a few times; the long one,
 * {@code -Dcairn.long=true}, a hundred times with a thousand acknowledged commands before each.
 */
class KillTest {
    private static final boolean LONG = Boolean.getBoolean("cairn.long");
    private static final int KILLS = LONG ? 100 : 6;
    private static final int BEFORE_EACH = LONG ? 1_000 : 150;

    @TempDir
    private Path directory;

    private final List<Path> journals = new ArrayList<>();
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<Process> writers = new ArrayList<>();

    @Test
    void what_was_acknowledged_is_there_once_and_nothing_else_whatever_is_killed() throws Exception {
        var random = new Random(42);
        var killed = new int[3];
        try (var server = new Server(directory.resolve("data"))) {
            for (var i = 0; i < 2; i++) start(server, "honest");
            try {
                for (var kill = 0; kill < KILLS; kill++) {
                    awaitAcknowledged(BEFORE_EACH);
                    var what = kill % 3;
                    killed[what]++;
                    switch (what) {
                        case 0 -> killBackend(server, random);
                        case 1 -> server.killAndRestart();
                        default -> killWriter(server, random);
                    }
                }
                awaitAcknowledged(BEFORE_EACH);
            } finally {
                stop();
            }
            var entries = entries();
            var faults = new Checker(server.superuser()).faults(entries);
            System.out.printf(
                    "killed: %d backends, %d servers, %d writers; commands: %d acknowledged, %d refused, %d unknown; faults: %d%n",
                    killed[0],
                    killed[1],
                    killed[2],
                    count(entries, Outcome.ACKNOWLEDGED),
                    count(entries, Outcome.REFUSED),
                    count(entries, Outcome.UNKNOWN),
                    faults.size());
            assertThat(faults).isEmpty();
            assertThat(count(entries, Outcome.REFUSED)).isPositive();
            var events = new JdbcTemplate(server.superuser());
            var stored = events.queryForObject("select count(*) from eventstore.event", Long.class);
            var different = SeenNode.differentAfterRebuild(server.url());
            System.out.printf(
                    "the view kept meanwhile: %d events, %d rows other than in its rebuild%n", stored, different);
            assertThat(different).isZero();
            assertThat(events.queryForObject("select count(*) from sample.seen", Long.class))
                    .isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hasty", "halving", "denying"})
    void a_store_with_a_fault_is_found_out(String fault) throws Exception {
        try (var server = new Server(directory.resolve("data"))) {
            try {
                start(server, fault);
                awaitAcknowledged(500);
            } finally {
                stop();
            }
            var expected = switch (fault) {
                case "hasty" -> "acknowledged and lost";
                case "halving" -> "half of";
                default -> "refused and there";
            };
            assertThat(new Checker(server.superuser()).faults(entries()))
                    .anySatisfy(found -> assertThat(found).startsWith(expected));
        }
    }

    private void start(Server server, String behaviour) throws IOException {
        var journal = directory.resolve("journal-" + journals.size());
        var command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                WriterProcess.class.getName(),
                server.url(),
                journal.toString(),
                String.valueOf(journals.size()),
                behaviour);
        Files.createFile(journal);
        journals.add(journal);
        writers.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        directory.resolve("writer-" + journals.size() + ".log").toFile())
                .start());
    }

    private void killWriter(Server server, Random random) throws Exception {
        var writer = writers.remove(random.nextInt(writers.size()));
        writer.destroyForcibly().waitFor();
        start(server, "honest");
    }

    /** Which makes the server end all others and recover. */
    private static void killBackend(Server server, Random random) {
        var pids = new JdbcTemplate(server.superuser())
                .queryForList("select pid from pg_stat_activity where usename in ('appender', 'app')", Long.class);
        if (pids.isEmpty()) return;
        ProcessHandle.of(pids.get(random.nextInt(pids.size()))).ifPresent(ProcessHandle::destroyForcibly);
    }

    private void stop() throws InterruptedException {
        for (var writer : writers) writer.destroyForcibly().waitFor();
    }

    /** So many more than there are now. */
    private void awaitAcknowledged(long more) throws Exception {
        var goal = acknowledged() + more;
        var deadline = System.nanoTime() + 120_000_000_000L;
        while (acknowledged() < goal) {
            if (System.nanoTime() > deadline) throw new AssertionError("the writers stand still; see " + logs());
            Thread.sleep(20); // a look at a file, not a wait for luck
        }
    }

    private String logs() throws IOException {
        var text = new StringBuilder();
        for (var i = 1; i <= journals.size(); i++) {
            var log = Files.readString(directory.resolve("writer-" + i + ".log"));
            text.append(log, Math.max(0, log.length() - 2_000), log.length());
        }
        return text.toString();
    }

    private long acknowledged() throws IOException {
        return acknowledged.in(journals);
    }

    private List<Entry> entries() throws IOException {
        var entries = new ArrayList<Entry>();
        for (var journal : journals) entries.addAll(Journal.read(journal));
        return entries;
    }

    private static long count(List<Entry> entries, Outcome outcome) {
        return entries.stream().filter(entry -> entry.outcome() == outcome).count();
    }
}
