package io.cairn.platform.overload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.Role;
import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import io.cairn.platform.testing.Service;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A node with room for one who writes and one who waits. */
class OverloadHttpTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore", "platform");
    private static final Service SMALL = Service.on(
            DATABASE,
            Duration.ofSeconds(5),
            "--cairn.overload.arriving=1",
            "--cairn.overload.writes=1",
            "--cairn.overload.waiting=1",
            "--cairn.overload.patience=1m");

    private final TenantId tenant = Service.newTenant();
    private final Client admin = SMALL.client(tenant, Role.ADMIN);

    @AfterAll
    static void stop() {
        SMALL.close();
        DATABASE.close();
    }

    private FutureTask<Reply> apart(String path) {
        var task = new FutureTask<>(() -> admin.post(path, "{}"));
        Thread.ofVirtual().start(task);
        return task;
    }

    private static double told(String figure) {
        var line = Pattern.compile("(?m)^" + Pattern.quote(figure) + ".*} ([0-9.E]+)$")
                .matcher(SMALL.inside().get("/actuator/prometheus").text());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private static void until(String figure, double value) {
        while (told(figure) < value) Thread.onSpinWait();
    }

    private static String ofWrites(String figure) {
        return figure + "{application=\"cairn\",kind=\"writes\"";
    }

    @Test
    void who_comes_when_all_places_are_taken_and_enough_wait_is_refused_at_once_and_others_are_served()
            throws Exception {
        var first = apart("/api/v1/samples/held");
        Service.holds();
        var second = apart("/api/v1/samples/held");
        until(ofWrites("cairn_requests_waiting"), 1);
        var third = admin.post("/api/v1/samples/counted", "{}");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.problem()).isEqualTo("overloaded");
        assertThat(third.json().path("kind").asString()).isEqualTo("writes");
        assertThat(third.header("Retry-After")).isEqualTo("1");
        assertThat(told(ofWrites("cairn_requests_under_way"))).isOne();
        assertThat(told(ofWrites("cairn_requests_refused_total"))).isOne();
        try (var slow = half("keep-alive")) { // a refused one that goes on sending keeps nobody from the door
            var head = new byte[12];
            assertThat(slow.getInputStream().readNBytes(head, 0, 12)).isEqualTo(12);
            assertThat(new String(head, US_ASCII)).isEqualTo("HTTP/1.1 429");
            var since = System.nanoTime();
            assertThat(admin.get("/api/v1/samples/whoami").status()).isEqualTo(200);
            // Tomcat gives a body up after 20 s
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(SMALL.outside()
                        .as(Service.OPERATOR_KEY)
                        .get("/api/v1/operator/projections")
                        .status())
                .isEqualTo(200);
        Service.letGo(2);
        assertThat(first.get().status()).isEqualTo(200);
        assertThat(second.get().status()).isEqualTo(200);
        assertThat(admin.post("/api/v1/samples/counted", "{}").status()).isEqualTo(202);
    }

    /** A request of which a part of the body is still to come. */
    private Socket half(String connection) throws IOException {
        var slow = new Socket("localhost", URI.create(admin.base()).getPort());
        slow.setSoTimeout(30_000);
        var head = "POST /api/v1/samples/counted HTTP/1.1\r\nHost: x\r\nConnection: " + connection
                + "\r\nAuthorization: Bearer "
                + admin.bearer() + "\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{\"a\"";
        slow.getOutputStream().write(head.getBytes(US_ASCII));
        return slow;
    }

    @Test
    void a_client_that_sends_its_head_slowly_keeps_nobody_from_the_door() throws IOException {
        try (var slow = new Socket("localhost", URI.create(admin.base()).getPort())) {
            slow.getOutputStream().write("POST /api/v1/samples/counted HTTP/1.1\r\nHo".getBytes(US_ASCII));
            for (var i = 0; i < 20; i++)
                assertThat(admin.get("/api/v1/samples/whoami").status()).isEqualTo(200);
        }
    }

    @Test
    void a_client_that_sends_its_body_slowly_has_no_place_meanwhile() throws IOException {
        try (var slow = half("close")) {
            until(
                    "http_server_requests_active_seconds_gcount{application=\"cairn\",exception=\"none\",method=\"POST\"",
                    1);
            assertThat(admin.post("/api/v1/samples/counted", "{}").status()).isEqualTo(202);
            slow.getOutputStream().write(":1}".getBytes(US_ASCII));
            assertThat(new String(slow.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 202");
        }
    }
}
