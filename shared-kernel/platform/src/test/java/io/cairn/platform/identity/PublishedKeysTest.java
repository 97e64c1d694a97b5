package io.cairn.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import io.cairn.platform.identity.SecurityProperties.Issuer;
import io.cairn.platform.testing.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PublishedKeysTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<JWK> published = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch hanging = new CountDownLatch(0);
    private volatile int status = 200;
    private volatile String speaksFor = "";
    private HttpServer server;
    private PublishedKeys keys;

    @BeforeEach
    void an_issuer_with_one_key() throws IOException, JOSEException {
        publish("first");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var address = "http://localhost:" + server.getAddress().getPort();
        speaksFor = address;
        serve("/jwks", () -> {
            asked.incrementAndGet();
            hanging.await();
            return new JWKSet(published).toString();
        });
        serve(
                "/.well-known/openid-configuration",
                () -> "{\"issuer\":\"" + speaksFor + "\",\"jwks_uri\":\"" + address + "/jwks\"}");
        server.start();
        keys = new PublishedKeys(new Issuer(address, null, List.of("cairn"), "tenant", "roles"), clock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private interface Body {
        String get() throws InterruptedException;
    }

    private void serve(String path, Body body) {
        server.createContext(path, exchange -> {
            var bytes = said(body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String said(Body body) throws IOException {
        try {
            return body.get();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void publish(String id) throws JOSEException {
        published.add(new RSAKeyGenerator(2048).keyID(id).generate().toPublicJWK());
    }

    private boolean knows(String id) throws RemoteKeySourceException {
        return !keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null)
                .isEmpty();
    }

    @Test
    void keys_are_found_by_discovery_and_asked_for_once() throws RemoteKeySourceException {
        assertThat(knows("first")).isTrue();
        assertThat(knows("first")).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_new_key_is_taken_when_a_token_names_it() throws RemoteKeySourceException, JOSEException {
        assertThat(knows("first")).isTrue();
        publish("second");
        clock.advance(PublishedKeys.PAUSE.plusSeconds(1));
        assertThat(knows("second")).isTrue();
        assertThat(knows("first")).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_key_that_is_published_no_more_is_forgotten_in_time() throws RemoteKeySourceException, JOSEException {
        publish("second");
        assertThat(knows("first")).isTrue();
        published.removeFirst();
        clock.advance(PublishedKeys.FRESH.plusSeconds(1));
        assertThat(knows("first")).isFalse();
        assertThat(knows("second")).isTrue();
    }

    @Test
    void made_up_key_ids_do_not_make_us_ask_again_and_again() throws RemoteKeySourceException {
        assertThat(knows("first")).isTrue();
        for (var n = 0; n < 1_000; n++) assertThat(knows("made up " + n)).isFalse();
        assertThat(asked).hasValue(1);
        clock.advance(PublishedKeys.PAUSE.plusSeconds(1));
        for (var n = 0; n < 1_000; n++) assertThat(knows("made up " + n)).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void an_issuer_that_is_away_keeps_nobody_out_for_an_hour() throws RemoteKeySourceException {
        assertThat(knows("first")).isTrue();
        status = 500;
        clock.advance(Duration.ofMinutes(59));
        assertThat(knows("first")).isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThatThrownBy(() -> knows("first")).isInstanceOf(RemoteKeySourceException.class);
        status = 200;
        clock.advance(PublishedKeys.PAUSE.plusSeconds(1));
        assertThat(knows("first")).isTrue();
    }

    @Test
    @Timeout(2) // who asks gives up after three seconds
    void while_one_waits_for_an_issuer_that_hangs_the_others_do_not() throws Exception {
        assertThat(knows("first")).isTrue();
        hanging = new CountDownLatch(1);
        clock.advance(PublishedKeys.FRESH.plusSeconds(1));
        var patient = new FutureTask<>(() -> knows("first"));
        Thread.ofVirtual().start(patient);
        while (asked.get() < 2) Thread.onSpinWait();
        for (var n = 0; n < 100; n++) assertThat(knows("first")).isTrue();
        assertThat(patient).isNotDone();
        hanging.countDown();
        assertThat(patient.get()).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_discovery_document_of_another_issuer_is_not_believed() {
        speaksFor = "https://elsewhere.example";
        assertThatThrownBy(() -> knows("first")).isInstanceOf(RemoteKeySourceException.class);
        assertThat(asked).hasValue(0);
    }
}
