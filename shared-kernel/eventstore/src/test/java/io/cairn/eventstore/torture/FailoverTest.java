package io.cairn.eventstore.torture;

import static io.cairn.eventstore.torture.Writers.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.torture.Journal.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A primary with a synchronous standby is killed under load, the standby is promoted, and whoever writes or keeps a view
 * goes on by the same address. The long form, {@code -Dcairn.long=true}, does so ten times, each time with a new standby.
 */
class FailoverTest {
    private static final boolean LONG = Boolean.getBoolean("cairn.long");
    private static final int TIMES = LONG ? 10 : 1;
    private static final int BEFORE_EACH = LONG ? 2_000 : 300;

    @TempDir
    private Path directory;

    @Test
    void what_was_acknowledged_outlives_the_primary_and_work_goes_on_by_itself() throws Exception {
        try (var servers = new Failover(directory);
                var writers = new Writers(servers.url(), directory)) {
            for (var i = 0; i < 2; i++) writers.start("honest");
            var longest = Duration.ZERO;
            for (var time = 0; time < TIMES; time++) {
                writers.awaitAcknowledged(BEFORE_EACH);
                servers.addStandby();
                writers.awaitAcknowledged(BEFORE_EACH);
                servers.killPrimary();
                var promoted = System.nanoTime();
                servers.promote();
                writers.awaitAcknowledged(1);
                var took = Duration.ofNanos(System.nanoTime() - promoted);
                if (took.compareTo(longest) > 0) longest = took;
            }
            writers.awaitAcknowledged(BEFORE_EACH);
            var entries = writers.stop();
            var faults = new Checker(servers.superuser()).faults(entries);
            var stored = new JdbcTemplate(servers.superuser())
                    .queryForObject("select count(*) from eventstore.event", Long.class);
            var different = SeenNode.differentAfterRebuild(servers.url());
            System.out.printf(
                    "primaries killed: %d; at most %d ms from the promotion to the next acknowledged command;"
                            + " commands: %d acknowledged, %d refused, %d unknown; faults: %d; the view of %d events:"
                            + " %d rows other than in its rebuild%n",
                    TIMES,
                    longest.toMillis(),
                    count(entries, Outcome.ACKNOWLEDGED),
                    count(entries, Outcome.REFUSED),
                    count(entries, Outcome.UNKNOWN),
                    faults.size(),
                    stored,
                    different);
            assertThat(faults).isEmpty();
            assertThat(different).isZero();
        }
    }

    @Test
    void a_standby_that_nobody_waits_for_loses_what_was_acknowledged_and_that_is_found_out() throws Exception {
        try (var servers = new Failover(directory);
                var writers = new Writers(servers.url(), directory)) {
            writers.start("honest");
            writers.awaitAcknowledged(1);
            servers.addStandby();
            servers.cutStandbyOff();
            writers.awaitAcknowledged(100);
            servers.killPrimary();
            servers.promote();
            var entries = writers.stop();
            assertThat(new Checker(servers.superuser()).faults(entries))
                    .anySatisfy(found -> assertThat(found).startsWith("acknowledged and lost"));
        }
    }
}
