package io.cairn.eventstore.torture;

import static io.cairn.eventstore.torture.Writers.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.torture.Journal.Outcome;
import java.nio.file.Path;
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

    @Test
    void what_was_acknowledged_is_there_once_and_nothing_else_whatever_is_killed() throws Exception {
        var random = new Random(42);
        var killed = new int[3];
        try (var server = new Server(directory.resolve("data"));
                var writers = new Writers(server.url(), directory)) {
            for (var i = 0; i < 2; i++) writers.start("honest");
            for (var kill = 0; kill < KILLS; kill++) {
                writers.awaitAcknowledged(BEFORE_EACH);
                var what = kill % 3;
                killed[what]++;
                switch (what) {
                    case 0 -> killBackend(server, random);
                    case 1 -> server.killAndRestart();
                    default -> writers.killOne(random);
                }
            }
            writers.awaitAcknowledged(BEFORE_EACH);
            var entries = writers.stop();
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
        try (var server = new Server(directory.resolve("data"));
                var writers = new Writers(server.url(), directory)) {
            writers.start(fault);
            writers.awaitAcknowledged(500);
            var expected = switch (fault) {
                case "hasty" -> "acknowledged and lost";
                case "halving" -> "half of";
                default -> "refused and there";
            };
            var entries = writers.stop();
            assertThat(new Checker(server.superuser()).faults(entries))
                    .anySatisfy(found -> assertThat(found).startsWith(expected));
        }
    }

    /** Which makes the server end all others and recover. */
    private static void killBackend(Server server, Random random) {
        var pids = new JdbcTemplate(server.superuser())
                .queryForList("select pid from pg_stat_activity where usename in ('appender', 'app')", Long.class);
        if (pids.isEmpty()) return;
        ProcessHandle.of(pids.get(random.nextInt(pids.size()))).ifPresent(ProcessHandle::destroyForcibly);
    }
}
