package io.cairn.eventstore.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three thousand callers ask for far more than the store can take, which now and then stands still altogether, in a
 * process with a heap of 160 MB. What waits is bounded: who is too many is told so. What is alive when everything was
 * answered does not grow. The quick form soaks for seconds, the long one, {@code -Dcairn.long=true}, for minutes.
 */
class SoakTest {
    private static final boolean LONG = Boolean.getBoolean("cairn.long");
    private static final int QUICK_MILLIS = 400;
    private static final int QUICK_ROOM = 1 << 20;
    private static final int ROUNDS = LONG ? 40 : 6;
    private static final int MILLIS = LONG ? 1_000 : QUICK_MILLIS;
    /** Of each caller; few enough that the first rounds make known nearly all there will be. */
    private static final int STREAMS = LONG ? 4 : 1;
    /** Bytes that may wait to be stored: as in the services, or so few that the views soon have caught up. */
    private static final long ROOM = LONG ? 64 << 20 : QUICK_ROOM;
    /** What pools, buffers and tables that were never so full may still take, 2.5 % of the heap. */
    private static final long MARGIN = 4 << 20;

    /** What the callers themselves hold at most, in bytes: the events that they try to append. */
    private static final long CALLERS_OWN = 32 << 20;

    private static final Pattern LINE =
            Pattern.compile("round (\\d+) loaded (\\d+) idle (\\d+) events (\\d+) busy (\\d+) letters (\\d+)");

    /** At the end of a round: bytes alive with all callers waiting and with none, and sums since the start. */
    private record Round(long loaded, long idle, long events, long busy, long letters) {}

    private static Server server;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        server = new Server(directory.resolve("data"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void the_heap_stays_flat_and_who_is_too_many_is_told_so() throws Exception {
        var rounds = soak(ROUNDS, MILLIS, STREAMS, ROOM, false);
        var last = rounds.getLast();
        System.out.printf(
                "%d rounds of %d ms: %,d events stored, %,d refused as too many, %,d letters; alive: %s MB idle,"
                        + " first third to last third %+d KB; at most %d MB loaded, of 160 MB%n",
                rounds.size(),
                MILLIS,
                last.events(),
                last.busy(),
                last.letters(),
                rounds.stream().map(round -> round.idle() >> 20).toList(),
                growth(rounds) >> 10,
                rounds.stream().mapToLong(Round::loaded).max().orElseThrow() >> 20);
        assertThat(growth(rounds)).isLessThan(MARGIN);
        assertThat(rounds)
                .allSatisfy(round -> assertThat(round.loaded() - round.idle()).isLessThan(ROOM + CALLERS_OWN));
        assertThat(last.busy()).isPositive();
        assertThat(last.letters()).isPositive();
    }

    @Test
    void a_process_that_keeps_a_part_of_what_it_was_given_is_found_out() throws Exception {
        var rounds = soak(5, QUICK_MILLIS, 1, QUICK_ROOM, true);
        System.out.printf("with a leak: %+d KB in %d rounds%n", growth(rounds) >> 10, rounds.size());
        assertThat(growth(rounds)).isGreaterThan(MARGIN);
    }

    private static long growth(List<Round> rounds) {
        var third = rounds.size() / 3;
        return median(rounds.subList(rounds.size() - third, rounds.size()), Round::idle)
                - median(rounds.subList(0, third), Round::idle);
    }

    private static long median(List<Round> rounds, ToLongFunction<Round> bytes) {
        return rounds.stream()
                .mapToLong(bytes)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static List<Round> soak(int rounds, int millis, int streams, long room, boolean leaking) throws Exception {
        var process = start(server.url(), rounds, millis, streams, room, leaking);
        try {
            var freezer = Thread.ofVirtual().start(() -> freezeNowAndThen(server, process));
            var found = new ArrayList<Round>();
            var said = new ArrayList<String>();
            for (var line : (Iterable<String>)
                    process.inputReader(StandardCharsets.UTF_8).lines()::iterator) {
                said.add(line);
                var match = LINE.matcher(line);
                if (match.matches())
                    found.add(new Round(
                            Long.parseLong(match.group(2)),
                            Long.parseLong(match.group(3)),
                            Long.parseLong(match.group(4)),
                            Long.parseLong(match.group(5)),
                            Long.parseLong(match.group(6))));
            }
            assertThat(process.waitFor()).as(() -> String.join("\n", said)).isZero();
            freezer.join();
            assertThat(found).as(() -> String.join("\n", said)).hasSize(rounds);
            return found;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void freezeNowAndThen(Server server, Process until) {
        var random = new Random(1);
        try {
            while (until.isAlive()) {
                Thread.sleep(random.nextInt(500, 2_000));
                server.freeze(Duration.ofMillis(random.nextInt(100, LONG ? 1_500 : 700)));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(String url, int rounds, int millis, int streams, long room, boolean leaking)
            throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx160m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SoakProcess.class.getName(),
                        url,
                        String.valueOf(rounds),
                        String.valueOf(millis),
                        String.valueOf(streams),
                        String.valueOf(room),
                        String.valueOf(leaking))
                .redirectErrorStream(true)
                .start();
    }
}
