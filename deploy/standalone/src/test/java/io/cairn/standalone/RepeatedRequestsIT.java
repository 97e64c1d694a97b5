package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every request is sent five times at once and again until it is answered, through a power cut half way. The quick form
 * sends 300, the long one, {@code -Dcairn.long=true}, 10,000.
 */
class RepeatedRequestsIT {
    private static final int REQUESTS = Boolean.getBoolean("cairn.long") ? 10_000 : 300;
    private static final int REPEATS = 5;
    private static final int CLIENTS = 64;
    private static final Map<String, String> SOON = Map.of("CAIRN_WEB_GIVEUPINFLIGHT", "2s");
    private static final Set<Integer> COME_AGAIN = Set.of(500, 503);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Semaphore clients = new Semaphore(CLIENTS);
    private final CountDownLatch half = new CountDownLatch(REQUESTS * REPEATS / 2);
    private final AtomicInteger sent = new AtomicInteger();
    private volatile String address = "";
    private String key = "";

    /** What must be the same each time. */
    private record Answer(int status, String body, String version, String position) {}

    @Test
    void each_has_one_effect_and_one_answer_also_across_a_power_cut(@TempDir Path home) throws Exception {
        var before = CairnProcess.start(home, false, SOON);
        address = before.address();
        key = before.register("brand");
        before.as(key).post("/units", Map.of("code", "brand-a", "name", "A")).orFail("unit");
        var assessment = before.as(key)
                .post(
                        "/assessments",
                        Map.of(
                                "unit",
                                "brand-a",
                                "model",
                                Map.of("key", "egdi", "version", "2.0.0"),
                                "period",
                                "2026-Q4"))
                .orFail("assessment")
                .path("id")
                .asString();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<List<Future<Answer>>>();
            for (var i = 0; i < REQUESTS; i++) {
                var request = i;
                Callable<Answer> untilAnswered = () -> untilAnswered(request, path(request, assessment), body(request));
                var five = new ArrayList<Future<Answer>>();
                for (var repeat = 0; repeat < REPEATS; repeat++) five.add(threads.submit(untilAnswered));
                answers.add(five);
            }
            half.await();
            before.kill();
            before.close();
            try (var after = CairnProcess.start(home, false, SOON)) {
                address = after.address();
                for (var i = 0; i < REQUESTS; i++) {
                    var first = answers.get(i).getFirst().get();
                    assertThat(first.status()).as(first.body()).isBetween(200, 201);
                    for (var repeat : answers.get(i)) assertThat(repeat.get()).isEqualTo(first);
                }
                var other = post(path(0, assessment), body(2), "request-0");
                assertThat(other.statusCode()).isEqualTo(422);
                assertThat(count(after.as(key), "/units?limit=200")).isEqualTo(1 + (REQUESTS + 1) / 2);
                assertThat(count(after.as(key), "/audit/answers?limit=200&assessment=" + assessment))
                        .isEqualTo(REQUESTS / 2);
            }
        }
        System.out.printf(
                "%d requests, each %d times at once: %d sent until all were answered, one effect and one answer each%n",
                REQUESTS, REPEATS, sent.get());
    }

    /** Every other one adds a unit; the rest change one answer after another to something it never was. */
    private static String path(int request, String assessment) {
        return request % 2 == 0 ? "/units" : "/assessments/" + assessment + "/answers";
    }

    private static String body(int request) {
        return request % 2 == 0
                ? "{\"code\":\"unit-%d\",\"name\":\"Unit %d\"}".formatted(request, request)
                : "{\"answers\":[{\"question\":\"osi\",\"value\":%s}]}".formatted((request + 1) / 20_000.0);
    }

    private Answer untilAnswered(int request, String path, String body) throws InterruptedException {
        clients.acquire();
        try {
            while (true) {
                try {
                    var response = post(path, body, "request-" + request);
                    var again = COME_AGAIN.contains(response.statusCode())
                            || response.headers().firstValue("Retry-After").isPresent();
                    if (!again) return answer(response);
                } catch (IOException e) {
                    // the power is off
                }
                Thread.sleep(50);
            }
        } finally {
            clients.release();
        }
    }

    private Answer answer(HttpResponse<String> response) {
        half.countDown();
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("X-Event-Position").orElse(""));
    }

    private HttpResponse<String> post(String path, String body, String idempotencyKey)
            throws IOException, InterruptedException {
        sent.incrementAndGet();
        return http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int count(SampleClient client, String path) throws IOException {
        var count = 0;
        for (var next = ""; ; ) {
            var page = client.get(path + next).orFail(path);
            count += page.path("items").size();
            var cursor = page.path("next").asString("");
            if (cursor.isEmpty()) return count;
            next = "&cursor=" + cursor;
        }
    }
}
