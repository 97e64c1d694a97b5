package io.cairn.standalone.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.identity.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Too much, and too slowly. The target ends what says nothing for a second; {@code cairn-defaults.yaml} has 20. */
class FloodsTest {
    private static final String KEY = Target.key(Target.newTenant(), Role.ADMIN);

    private static Socket connected() throws IOException {
        var socket = new Socket("localhost", Target.port());
        socket.setSoTimeout(15_000);
        return socket;
    }

    /** What came back before the connection was ended; it may be ended while there is still more to send. */
    private static String answer(String head, String line, int times) throws IOException {
        try (var socket = connected()) {
            var out = socket.getOutputStream();
            try {
                out.write(head.getBytes(US_ASCII));
                for (var i = 0; i < times; i++) out.write(line.getBytes(US_ASCII));
                out.write("\r\n".getBytes(US_ASCII));
                out.flush();
            } catch (SocketException e) {
                // it has heard enough
            }
            return rest(socket);
        }
    }

    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the connection is kept", e);
        } catch (SocketException e) {
            return "";
        }
    }

    private static void served() {
        var hit = Shot.of("GET", "/api/v1/units").as(KEY).fire();
        assertThat(hit.status()).as(hit.toString()).isEqualTo(200);
    }

    @Test
    void floods_of_headers_are_refused_and_the_connection_is_ended() throws IOException {
        var head =
                "GET /api/v1/units HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + KEY + "\r\n";
        assertThat(answer(head, "", 0)).startsWith("HTTP/1.1 200");
        for (var flood : List.of(
                answer(head, "X-Flood: " + "y".repeat(900) + "\r\n", 100),
                answer(head, "X-Flood: y\r\n", 5_000),
                answer(head + "X-Flood: ", "y".repeat(1_000), 1_000),
                answer("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n", "", 0),
                answer("GET / HTTP/1.1\r\nHost: x\r\nCookie: ", "a=b;", 50_000)))
            assertThat(flood)
                    .satisfiesAnyOf(
                            it -> assertThat(it).isEmpty(), it -> assertThat(it).startsWith("HTTP/1.1 4"));
        served();
    }

    @Test
    void requests_that_could_be_read_in_two_ways_are_refused() throws IOException {
        var to =
                "POST /api/v1/units HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + KEY + "\r\n";
        for (var two : List.of(
                to + "Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}",
                to + "Content-Length: -1\r\n\r\n{}",
                to + "Content-Length: 2, 3\r\n\r\n{}",
                to + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                to + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                to + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n",
                "GET /api/v1/units HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /api/v1/units HTTP/1.1\r\nHost: x\r\nX : y\r\nConnection: close\r\n\r\n"))
            try (var socket = connected()) {
                socket.getOutputStream().write(two.getBytes(US_ASCII));
                assertThat(rest(socket))
                        .as(two)
                        .matches("(?s)HTTP/1.1 (4[0-9][0-9]|501) .*")
                        .doesNotContain("tomcat", "Exception");
            }
        served();
    }

    @Test
    void a_body_that_never_ends_is_cut_off() throws IOException {
        var head = "POST /api/v1/units HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + KEY + "\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"code\":\"\r\n";
        var answer = answer(head, "3e8\r\n" + "x".repeat(1_000) + "\r\n", 30_000);
        assertThat(answer)
                .satisfiesAnyOf(
                        it -> assertThat(it).isEmpty(), it -> assertThat(it).startsWith("HTTP/1.1 4"));
        served();
    }

    @Test
    void hundreds_of_clients_that_say_nothing_more_are_ended_and_others_are_served_meanwhile() throws IOException {
        var slow = new ArrayList<Socket>();
        for (var i = 0; i < 150; i++) {
            slow.add(said("GET /api/v1/un"));
            slow.add(said("GET /api/v1/units HTTP/1.1\r\nHost: x\r\nX-Slow: "));
            slow.add(said(
                    "POST /api/v1/units HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\nAuthorization: Bearer "
                            + KEY + "\r\n\r\n{\"code\":"));
        }
        var began = System.nanoTime();
        var served = 0;
        for (; served < 20; served++) served();
        var took = Duration.ofNanos(System.nanoTime() - began);
        var answers = 0;
        for (var socket : slow) {
            if (rest(socket).startsWith("HTTP/1.1 4")) answers++;
            socket.close();
        }
        System.out.printf(
                "%d clients that stopped in the middle were ended, %d of them with an answer; meanwhile %d others were served in %d ms%n",
                slow.size(), answers, served, took.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(20));
        served();
    }

    private static Socket said(String part) throws IOException {
        var socket = connected();
        OutputStream out = socket.getOutputStream();
        out.write(part.getBytes(US_ASCII));
        out.flush();
        return socket;
    }
}
