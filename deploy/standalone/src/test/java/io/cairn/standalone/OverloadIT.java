package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.standalone.overload.Overload;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The long form of {@code OverloadTest}: the packaged product in a process of its own, on a durable database, warm. Its
 * promises are about a machine that does nothing else: {@code -Dcairn.overload=true}. Service and database have one processor and
 * the clients another, as clients have elsewhere: three times the peak of a machine cannot be asked of it by itself.
 */
@EnabledIfSystemProperty(named = "cairn.overload", matches = "true")
class OverloadIT {
    private static final Overload.Plan LONG = new Overload.Plan(
            8,
            32,
            List.of(32, 64, 128, 256, 64, 128),
            Duration.ofSeconds(5),
            Duration.ofSeconds(150),
            Duration.ofSeconds(Integer.getInteger("cairn.overload.seconds", 30)),
            Duration.ofSeconds(10),
            2_500);

    /** It is compiled on both, or one would be busy with that for minutes. */
    private static final Map<String, String> ONE_PROCESSOR = Map.of("JDK_JAVA_OPTIONS", "-XX:ActiveProcessorCount=1");

    @Test
    void of_three_times_the_peak_most_of_the_peak_is_done_and_the_rest_refused_at_once(@TempDir Path home)
            throws Exception {
        CairnProcess.stay(1, ProcessHandle.current().pid());
        try (var cairn = CairnProcess.start(home, false, ONE_PROCESSOR)) {
            var found = Overload.of(
                    URI.create(cairn.address()).getPort(), CairnProcess.OPERATOR_KEY, LONG, () -> cairn.stayOn(0));
            assertThat(found.flood().faults() + found.after().faults()).isZero();
            assertThat(found.flood().unanswered() + found.after().unanswered()).isZero();
            assertThat(found.flood().refused()).isPositive();
            assertThat(found.flood().refusal(0.99)).isLessThan(Duration.ofMillis(500));
            assertThat(found.kept()).isGreaterThanOrEqualTo(0.8);
            assertThat(found.after().lastBad()).isLessThan(Duration.ofSeconds(5));
        }
    }
}
