package io.cairn.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.identity.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Made-up requests to every operation the OpenAPI document describes; what comes back must be what the document says. Quick in
 * every build; the long form is {@code -Dcairn.attack.fuzz=200000}, another seed {@code -Dcairn.attack.seed=…}.
 */
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("cairn.attack.fuzz", 2_000);
    private static final long SEED = Long.getLong("cairn.attack.seed", 20_261_122);
    private static final int THREADS = 4;

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> hits = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final LongAdder validated = new LongAdder();
    private final AtomicLong slowest = new AtomicLong();

    @Test
    void every_operation_answers_made_up_requests_as_the_document_says() throws InterruptedException {
        var api = new Described();
        var operations = api.operations();
        var own = new Victim();
        var ids = List.copyOf(own.ids());
        var threads = new ArrayList<Thread>();
        for (var n = 0; n < THREADS; n++) {
            var mine = n;
            threads.add(Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, thrown) -> wrong.add(thrown.toString()))
                    .start(() -> fire(api, mine, own, ids)));
        }
        for (var thread : threads) thread.join();
        System.out.printf(
                "%d made-up requests, seed %d: %s; each of %d operations at least %d times, %d of them done at least once; %d answers held against"
                        + " the document; the slowest took %d ms%n",
                REQUESTS,
                SEED,
                new TreeMap<>(statuses),
                operations.size(),
                hits.values().stream().mapToLong(LongAdder::sum).min().orElse(0),
                done.size(),
                validated.sum(),
                Duration.ofNanos(slowest.get()).toMillis());
        assertThat(wrong.stream().limit(20)).isEmpty();
        assertThat(hits).hasSameSizeAs(operations);
        assertThat(measured()).as("each has figures of its own").containsAll(paths(operations));
    }

    private static Set<String> paths(List<Described.Op> operations) {
        // files are one handler, whatever the report
        return operations.stream()
                .map(it -> it.path().replaceFirst("/exports/[a-z-]+$", "/exports/{report}"))
                .collect(Collectors.toSet());
    }

    private static Set<String> measured() {
        return Target.bean(MeterRegistry.class).find("http.server.requests").timers().stream()
                .map(it -> String.valueOf(it.getId().getTag("uri")))
                .collect(Collectors.toSet());
    }

    private void fire(Described api, int thread, Victim own, List<String> ids) {
        var operations = api.operations();
        var guess = new Guess(SEED + thread, api, own, ids);
        var admin = Target.token(own.id); // a key might be made up to be revoked
        var allowed = new TreeMap<String, Set<Role>>();
        for (var operation : Operation.all()) allowed.put(operation.name(), operation.allowed());
        for (var i = thread; i < REQUESTS && wrong.size() < 100; i += THREADS) {
            var operation = operations.get((i / THREADS) % operations.size());
            var roles = allowed.getOrDefault(operation.name(), Set.of());
            var key = roles.contains(Role.ADMIN) || !roles.contains(Role.OPERATOR) ? admin : Target.OPERATOR_KEY;
            one(api, operation, guess.request(operation, i % 3 != 0).as(key));
        }
    }

    private void one(Described api, Described.Op operation, Shot shot) {
        var began = System.nanoTime();
        Shot.Hit hit;
        try {
            hit = shot.fire();
        } catch (RuntimeException e) {
            wrong.add(shot + " has no answer: " + e);
            return;
        }
        slowest.accumulateAndGet(System.nanoTime() - began, Math::max);
        hits.computeIfAbsent(operation.name(), it -> new LongAdder()).increment();
        statuses.computeIfAbsent(hit.status(), it -> new LongAdder()).increment();
        var comeAgain = hit.status() == 503 && !hit.header("Retry-After").isEmpty();
        if (hit.status() >= 500 && !comeAgain) wrong.add(hit.toString());
        if (hit.status() >= 400 && hit.problem().isEmpty()) wrong.add("no problem: " + hit);
        if (hit.status() < 300) done.add(operation.name());
        var faults = api.faults(operation, hit);
        validated.increment();
        if (!faults.isEmpty()) wrong.add(faults + " in " + hit);
    }
}
