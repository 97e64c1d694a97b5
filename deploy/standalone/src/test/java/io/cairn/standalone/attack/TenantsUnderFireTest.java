package io.cairn.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.identity.Role;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Requests of many tenants at once over four connections to the database, some of them refused, some given up on the way:
 * a connection that kept a tenant, or a thread that kept a caller, would show here. Quick in every build; the long form is
 * {@code -Dcairn.attack.mixed=1000000}.
 */
class TenantsUnderFireTest {
    private static final int REQUESTS = Integer.getInteger("cairn.attack.mixed", 3_000);
    private static final int TENANTS = 12;
    private static final int THREADS = 24;

    /** Connections of its own: Java's client may close one just when it has handed it on to the next request. */
    private static final HttpClient GIVING_UP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<String> keys = new ArrayList<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong cancelled = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();

    private static String mark(int tenant) {
        return "mark-" + (char) ('a' + tenant) + "-zq";
    }

    @Test
    void each_answer_holds_what_is_the_tenants_own_and_nothing_fails() throws InterruptedException {
        for (var i = 0; i < TENANTS; i++) {
            keys.add(Target.key(Target.newTenant(), Role.ADMIN));
            var unit = "{\"code\":\"shared\",\"name\":\"%s\"}".formatted(mark(i));
            assertThat(Shot.of("POST", "/api/v1/units")
                            .as(keys.get(i))
                            .json(unit)
                            .fire()
                            .status())
                    .isEqualTo(201);
        }
        Victim.settle();
        var left = new AtomicInteger(REQUESTS);
        var threads = IntStream.range(0, THREADS)
                .mapToObj(n -> Thread.ofVirtual().start(() -> {
                    var random = new SplittableRandom(n);
                    while (left.getAndDecrement() > 0 && wrong.size() < 10) orWrong(() -> one(random));
                }))
                .toList();
        for (var thread : threads) thread.join();
        System.out.printf(
                "%d requests of %d tenants over 4 connections: %d answered, %d of them refused, %d cancelled, %d told to come again; %d leaks or faults%n",
                REQUESTS, TENANTS, done.get(), refused.get(), cancelled.get(), busy.get(), wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(done.get() + cancelled.get()).isEqualTo(REQUESTS);
        assertThat(done.get()).isPositive();
        assertThat(cancelled.get()).isPositive();
    }

    /** No answer at all is a fault too. */
    private void orWrong(Runnable request) {
        try {
            request.run();
        } catch (RuntimeException e) {
            wrong.add(e.toString());
        }
    }

    private void one(SplittableRandom random) {
        var tenant = random.nextInt(TENANTS);
        var shot = shot(random, tenant).as(keys.get(tenant));
        if (random.nextInt(10) == 0) {
            givenUp(shot, random.nextInt(20_000));
            return;
        }
        var hit = shot.fire();
        done.incrementAndGet();
        var comeAgain = !hit.header("Retry-After").isEmpty() && (hit.status() == 429 || hit.status() == 503);
        if (comeAgain) busy.incrementAndGet();
        else if (hit.status() >= 500) wrong.add(hit.toString());
        else if (hit.status() >= 400) refused.incrementAndGet();
        var text = hit.text();
        for (var other = 0; other < TENANTS; other++)
            if (other != tenant && text.contains(mark(other))) wrong.add("leak: " + hit);
        if (shot.path().equals("/api/v1/units/shared") && hit.status() == 200 && !text.contains(mark(tenant)))
            wrong.add("not its own: " + hit);
    }

    private static Shot shot(SplittableRandom random, int tenant) {
        return switch (random.nextInt(9)) {
            case 0 -> Shot.of("GET", "/api/v1/units");
            case 1 -> Shot.of("GET", "/api/v1/units/shared");
            case 2 -> Shot.of("GET", "/api/v1/keys");
            case 3 ->
                Shot.of("POST", "/api/v1/units").json("{\"code\":\"shared\",\"name\":\"%s\"}".formatted(mark(tenant)));
            case 4 ->
                Shot.of("PATCH", "/api/v1/units/shared")
                        .with("If-Match", "\"v0\"")
                        .json("{\"name\":\"%s\"}".formatted(mark(tenant)));
            case 5 -> Shot.of("GET", "/api/v1/reports/stages?model=egdi&period=2026");
            case 6 -> Shot.of("GET", "/api/v1/audit/access?limit=" + random.nextInt(1, 20));
            case 7 -> Shot.of("GET", "/api/v1/units?limit=none");
            default -> Shot.of("POST", "/api/v1/units").json("{\"code\":");
        };
    }

    private void givenUp(Shot shot, int micros) {
        var sent = GIVING_UP.sendAsync(shot.request(), BodyHandlers.ofByteArray());
        try {
            TimeUnit.MICROSECONDS.sleep(micros);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sent.cancel(true);
        cancelled.incrementAndGet();
    }
}
