package io.cairn.platform.command;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.ActorId;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.command.SampleUnit.Add;
import io.cairn.platform.command.SampleUnit.Rename;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One stream that several processes write to at once. {@code -Dcairn.long=true} takes more of both. */
class ManyWritersTest {
    private static final boolean LONG = Boolean.getBoolean("cairn.long");
    private static final int WRITERS = LONG ? 10_000 : 1_000;
    private static final int NODES = LONG ? 4 : 2;
    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore");
    private static final UnitCode CODE = new UnitCode("brand-a");
    private static final Origin ANYBODY = new Origin(new ActorId("user:1"), Channel.API, new UUID(0, 9), null);

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final StreamId stream = StreamId.unit(tenant, CODE);

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void of_all_who_saw_the_same_version_one_wins() throws Exception {
        var outcomes = atOnce((node, name) -> {
            try {
                node.commands.send(new Rename(tenant, CODE, name), ANYBODY, 0L);
                return "done";
            } catch (StaleVersion e) {
                return "stale";
            }
        });
        assertThat(outcomes.stream().filter("done"::equals)).hasSize(1);
        assertThat(outcomes.stream().filter("stale"::equals)).hasSize(WRITERS - 1);
        assertThat(reader().version(stream)).isEqualTo(1);
    }

    @Test
    void all_who_may_try_again_are_done_one_after_another() throws Exception {
        var versions = atOnce((node, name) ->
                node.commands.send(new Rename(tenant, CODE, name), ANYBODY).version());
        assertThat(versions)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, WRITERS).boxed().toList());
        assertThat(reader().read(stream))
                .extracting(StoredEvent::version)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, WRITERS).boxed().toList());
    }

    private interface Try<T> {
        T on(Node node, String name);
    }

    private static StreamReader reader() {
        return new TestStore(DATABASE).reader();
    }

    private <T> List<T> atOnce(Try<T> attempt) throws Exception {
        var nodes = IntStream.range(0, NODES).mapToObj(i -> new Node(DATABASE)).toList();
        nodes.getFirst().commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, WRITERS)
                    .<Callable<T>>mapToObj(i -> () -> attempt.on(nodes.get(i % NODES), "B" + i))
                    .toList();
            var outcomes = new ArrayList<T>();
            for (var done : threads.invokeAll(tries)) outcomes.add(done.get());
            System.out.printf(
                    "%d writers in %d processes: %d ms, %d lost races, %s%n",
                    WRITERS,
                    NODES,
                    Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                    nodes.stream().mapToInt(node -> node.attempts.get()).sum() - 1 - reader().version(stream),
                    outcomes.getFirst() instanceof String
                            ? outcomes.stream().collect(groupingBy(it -> it, counting()))
                            : outcomes.size() + " done");
            return outcomes;
        } finally {
            nodes.forEach(Node::close);
        }
    }
}
