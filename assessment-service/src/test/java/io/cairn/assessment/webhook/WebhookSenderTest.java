package io.cairn.assessment.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a socket on this machine that says what a hostile target might. */
class WebhookSenderTest {
    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<String> received = new CompletableFuture<>();
    private final ServerSocket server = listen();
    private volatile Answering answering = socket -> say(socket, "HTTP/1.1 204 No Content\r\n\r\n");

    @FunctionalInterface
    private interface Answering {
        void answer(Socket socket) throws IOException;
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_message_is_posted_as_it_is_and_the_status_told() throws IOException {
        var answer = send(lenient(), "/hook?a=b");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.good()).isTrue();
        assertThat(received.join())
                .startsWith("POST /hook?a=b HTTP/1.1\r\n")
                .contains("webhook-id: msg_1\r\n")
                .contains("Content-Type: application/json; charset=UTF-8\r\n")
                .doesNotContain("Accept-Encoding")
                .endsWith("\r\n\r\n{\"type\":\"é\"}");
    }

    @Test
    void a_name_that_leads_elsewhere_when_it_is_connected_to_is_refused() {
        // public when the webhook was added, and this very machine now
        var answers = new ArrayDeque<>(List.of("93.184.216.34", "127.0.0.1"));
        var targets = new Targets(
                TargetsTest.settings(false), host -> new InetAddress[] {InetAddress.getByName(answers.remove())});
        assertThat(targets.checked("https://rebound.example.com:" + server.getLocalPort() + "/"))
                .hasHost("rebound.example.com");
        assertThatThrownBy(() -> send(targets, "rebound.example.com", "/")).isInstanceOf(Targets.Refused.class);
        assertThat(connections).hasValue(0);
        assertThat(answers).as("it was looked up once each time").isEmpty();
    }

    @Test
    void the_address_looked_up_is_the_one_connected_to() throws IOException {
        var looked = new AtomicInteger();
        var targets = new Targets(TargetsTest.settings(true), host -> {
            looked.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
        assertThat(send(targets, "no-such-name.invalid", "/").status()).isEqualTo(204);
        assertThat(looked).hasValue(1);
    }

    @Test
    void an_address_written_as_such_is_refused_too() {
        var strict = new Targets(TargetsTest.settings(false), InetAddress::getAllByName);
        for (var host : List.of("127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"))
            assertThatThrownBy(() -> send(strict, host, "/")).as(host).isInstanceOf(UnknownHostException.class);
        assertThat(connections).hasValue(0);
    }

    @Test
    void redirects_are_not_followed() throws IOException {
        answering = socket -> say(
                socket,
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + server.getLocalPort()
                        + "/elsewhere\r\nContent-Length: 0\r\n\r\n");
        assertThat(send(lenient(), "/").status()).isEqualTo(302);
        assertThat(connections).hasValue(1);
    }

    @Test
    void no_connection_is_used_twice() throws IOException {
        answering = socket -> say(socket, "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n");
        try (var sender = new WebhookSender(lenient(), TargetsTest.settings(true))) {
            for (var i = 0; i < 3; i++) post(sender, "localhost", "/");
        }
        assertThat(connections).hasValue(3);
    }

    @Test
    void a_body_without_end_is_not_read() throws IOException {
        var written = new AtomicInteger();
        answering = socket -> {
            say(socket, "HTTP/1.1 500 Oh\r\nContent-Length: 1000000000\r\n\r\n");
            var block = new byte[64 * 1024];
            try {
                for (var i = 0; i < 16_000; i++) {
                    socket.getOutputStream().write(block);
                    written.addAndGet(block.length);
                }
            } catch (IOException hungUp) {
                return;
            }
        };
        assertThat(send(lenient(), "/").status()).isEqualTo(500);
        assertThat(written.get()).isLessThan(100_000_000);
    }

    @Test
    void a_target_that_drips_is_given_up_in_time() {
        answering = socket -> {
            try {
                for (var c : "HTTP/1.1 200 OK\r\nX-Drip: ".toCharArray()) say(socket, String.valueOf(c));
                while (!socket.isClosed()) {
                    say(socket, "x");
                    Thread.onSpinWait();
                }
            } catch (IOException hungUp) {
                return;
            }
        };
        var began = System.nanoTime();
        assertThatThrownBy(() -> send(lenient(), "/")).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_target_that_says_nothing_is_given_up_in_time() {
        answering = socket -> socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        var began = System.nanoTime();
        assertThatThrownBy(() -> send(lenient(), "/")).isInstanceOf(InterruptedIOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void what_the_target_asks_for_is_told_if_it_is_seconds() throws IOException {
        answering = socket -> say(socket, "HTTP/1.1 503 Later\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
        assertThat(send(lenient(), "/").retryAfter()).isEqualTo(Duration.ofMinutes(2));
        answering = socket -> say(
                socket,
                "HTTP/1.1 503 Later\r\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\nContent-Length: 0\r\n\r\n");
        assertThat(send(lenient(), "/").retryAfter()).isNull();
    }

    private static Targets lenient() {
        return new Targets(TargetsTest.settings(true), InetAddress::getAllByName);
    }

    private WebhookSender.Answer send(Targets targets, String path) throws IOException {
        return send(targets, "localhost", path);
    }

    private WebhookSender.Answer send(Targets targets, String host, String path) throws IOException {
        try (var sender = new WebhookSender(targets, TargetsTest.settings(true))) {
            return post(sender, host, path);
        }
    }

    private WebhookSender.Answer post(WebhookSender sender, String host, String path) throws IOException {
        var url = URI.create("http://" + host + ":" + server.getLocalPort() + path);
        return sender.post(url, Map.of("webhook-id", "msg_1"), "{\"type\":\"é\"}");
    }

    private ServerSocket listen() {
        try {
            var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> serve(socket));
            return socket;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            received.complete(request(socket));
            answering.answer(socket);
        } catch (IOException e) {
            received.completeExceptionally(e);
        }
    }

    private static String request(Socket socket) throws IOException {
        var text = new StringBuilder();
        var in = socket.getInputStream();
        while (text.indexOf("\r\n\r\n") < 0) text.append((char) in.read());
        var length = Integer.parseInt(text.toString().replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1"));
        return text + new String(in.readNBytes(length), UTF_8);
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }
}
