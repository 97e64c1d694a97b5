package io.cairn.assessment.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Webhooks from the outside: the receiver is a real HTTP server, the clock is moved by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksHttpTest {
    private MovingService service;
    private Receiver receiver;
    private int tenants;

    @BeforeAll
    void start() {
        service = new MovingService(
                Instant.parse("2026-11-22T08:00:00Z"),
                "--cairn.webhooks.allow-http=true",
                "--cairn.webhooks.allow-private=true",
                "--cairn.webhooks.most=3");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void listen() {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_message_is_signed_as_the_specification_says() {
        var admin = tenant();
        var webhook = admin.post("/webhooks", Map.of("url", receiver.url("/"))).expect(201);
        test(admin, webhook);
        var message = receiver.of("webhook.test").getFirst();
        assertThat(message.header("content-type")).isEqualTo("application/json; charset=UTF-8");
        assertThat(Long.parseLong(message.header("webhook-timestamp")))
                .isEqualTo(service.now().getEpochSecond());
        assertThat(message.header("webhook-signature")).isEqualTo(signature(webhook.text("/secret"), message));
        var delivery = deliveries(admin, webhook).at("/items/0");
        assertThat(delivery.path("state").asString()).isEqualTo("sent");
        assertThat(delivery.path("status").asInt()).isEqualTo(200);
        assertThat(message.header("webhook-id"))
                .isEqualTo("msg_" + delivery.path("message").asString());
    }

    @Test
    void after_a_rotation_both_secrets_sign_for_a_day() {
        var admin = tenant();
        var webhook = admin.post("/webhooks", Map.of("url", receiver.url("/"))).expect(201);
        var path = "/webhooks/" + webhook.text("/id");
        var rotated = admin.post(path + "/rotation", Map.of()).expect(200);
        var before = webhook.text("/secret");
        var after = rotated.text("/secret");
        assertThat(after).startsWith("whsec_").isNotEqualTo(before);
        test(admin, webhook);
        var both = receiver.messages().getLast();
        assertThat(both.header("webhook-signature")).isEqualTo(signature(after, both) + " " + signature(before, both));
        service.deliverAfter(Duration.ofHours(25));
        test(admin, webhook);
        var one = receiver.messages().getLast();
        assertThat(one.header("webhook-signature")).isEqualTo(signature(after, one));
        assertThat(admin.get(path).expect(200).body().has("secret")).isFalse();
    }

    @Test
    void what_fails_is_tried_again_ever_later_and_is_dead_in_the_end_and_can_be_sent_again() {
        var admin = tenant();
        var webhook = admin.post("/webhooks", Map.of("url", receiver.url("/"))).expect(201);
        receiver.answers(503);
        test(admin, webhook);
        var first = deliveries(admin, webhook).at("/items/0");
        assertThat(first.path("state").asString()).isEqualTo("waiting");
        assertThat(first.path("status").asInt()).isEqualTo(503);
        assertThat(first.path("error").asString()).isEqualTo("status");
        assertThat(Duration.between(
                        service.now(), Instant.parse(first.path("nextTry").asString())))
                .isBetween(Duration.ofSeconds(5), Duration.ofMillis(6_250));
        service.deliverAfter(Duration.ofSeconds(4));
        assertThat(receiver.messages()).as("not before its time").hasSize(1);
        for (var delay :
                List.of("PT3S", "PT7M", "PT38M", "PT2H30M", "PT6H15M", "PT12H30M", "PT17H30M", "PT25H", "PT30H"))
            service.deliverAfter(Duration.parse(delay));
        assertThat(receiver.messages()).hasSize(10);
        assertThat(receiver.messages().stream()
                        .map(it -> it.header("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(receiver.messages().stream()
                        .map(it -> it.header("webhook-timestamp"))
                        .distinct())
                .hasSize(10);
        var dead = admin.get("/webhooks/" + webhook.text("/id") + "/deliveries?state=dead")
                .expect(200);
        assertThat(dead.at("/items")).hasSize(1);
        assertThat(dead.at("/items/0/attempts").asInt()).isEqualTo(10);
        assertThat(dead.at("/items/0").has("nextTry")).isFalse();
        service.deliverAfter(Duration.ofDays(2));
        assertThat(receiver.messages()).as("given up").hasSize(10);

        receiver.answers(200);
        var message = dead.text("/items/0/message");
        admin.post("/webhooks/" + webhook.text("/id") + "/deliveries/" + message + "/resending", Map.of())
                .expect(202);
        service.deliver();
        assertThat(receiver.messages()).hasSize(11);
        assertThat(receiver.messages().getLast().header("webhook-id")).isEqualTo("msg_" + message);
        assertThat(deliveries(admin, webhook).text("/items/0/state")).isEqualTo("sent");
        assertThat(admin.get("/webhooks/" + webhook.text("/id"))
                        .expect(200)
                        .body()
                        .has("failingSince"))
                .isFalse();
    }

    @Test
    void a_target_may_ask_for_more_time() {
        var admin = tenant();
        var webhook = admin.post("/webhooks", Map.of("url", receiver.url("/"))).expect(201);
        receiver.answers(429, Map.of("Retry-After", "3600"));
        test(admin, webhook);
        assertThat(deliveries(admin, webhook).text("/items/0/nextTry"))
                .isEqualTo(service.now().plusSeconds(3600).toString());
        receiver.answers(429, Map.of("Retry-After", "9999999"));
        service.deliverAfter(Duration.ofHours(1));
        assertThat(deliveries(admin, webhook).text("/items/0/nextTry"))
                .as("a day at most")
                .isEqualTo(service.now().plusSeconds(86_400).toString());
    }

    @Test
    void a_target_that_is_gone_is_disabled_at_once_and_admins_are_told() {
        var admin = tenant();
        var webhook = admin.post("/webhooks", Map.of("url", receiver.url("/"))).expect(201);
        var path = "/webhooks/" + webhook.text("/id");
        receiver.answers(410);
        test(admin, webhook);
        var shown = admin.get(path).expect(200);
        assertThat(shown.text("/disabledBecause")).isEqualTo("gone");
        assertThat(deliveries(admin, webhook).text("/items/0/state")).isEqualTo("dead");
        admin.post(path + "/test", Map.of()).expectProblem(409, "webhook-is-disabled");
        var told = admin.get("/notifications").expect(200);
        assertThat(told.text("/items/0/kind")).isEqualTo("webhook.disabled");
        assertThat(told.text("/items/0/webhook")).isEqualTo(webhook.text("/id"));
        receiver.answers(200);
        admin.post(path + "/enabling", Map.of()).expect(200);
        test(admin, webhook);
        assertThat(receiver.messages()).hasSize(2);
    }

    @Test
    void a_target_that_fails_for_days_is_disabled_and_told_nothing_more() {
        var admin = tenant();
        var webhook = admin.post("/webhooks", Map.of("url", receiver.url("/"))).expect(201);
        receiver.answers(500);
        test(admin, webhook);
        service.deliverAfter(Duration.ofDays(3));
        admin.post("/webhooks/" + webhook.text("/id") + "/test", Map.of()).expect(202);
        service.deliverAfter(Duration.ofDays(2));
        assertThat(admin.get("/webhooks/" + webhook.text("/id")).expect(200).text("/disabledBecause"))
                .isEqualTo("failing");
        var states = deliveries(admin, webhook)
                .at("/items")
                .valueStream()
                .map(it -> it.path("state").asString())
                .toList();
        assertThat(states).hasSize(2).containsOnly("dead");
        var before = receiver.messages().size();
        AssessmentStory.open(admin);
        service.deliverAfter(Duration.ofDays(1));
        assertThat(receiver.messages()).hasSize(before);
    }

    @Test
    void a_webhook_hears_of_the_kinds_it_asked_for() {
        var admin = tenant();
        admin.post("/webhooks", Map.of("url", receiver.url("/"), "kinds", List.of("assessment.submitted")))
                .expect(201);
        AssessmentStory.open(admin).answered(0.5).submitted();
        service.deliver();
        assertThat(receiver.messages()).hasSize(1);
        assertThat(receiver.of("assessment.submitted")).hasSize(1);
    }

    @Test
    void a_webhook_that_is_removed_hears_nothing_more() {
        var admin = tenant();
        var webhook = admin.post("/webhooks", Map.of("url", receiver.url("/"))).expect(201);
        admin.post("/webhooks/" + webhook.text("/id") + "/test", Map.of()).expect(202);
        admin.delete("/webhooks/" + webhook.text("/id")).expect(204);
        service.deliver();
        assertThat(receiver.messages()).isEmpty();
        admin.get("/webhooks/" + webhook.text("/id")).expectProblem(404, "not-found");
        admin.delete("/webhooks/" + webhook.text("/id")).expectProblem(404, "not-found");
        assertThat(admin.get("/webhooks").expect(200).at("/items")).isEmpty();
    }

    @Test
    void webhooks_are_an_admins_and_nobody_elses() {
        var admin = tenant();
        var webhook = admin.post("/webhooks", Map.of("url", receiver.url("/"))).expect(201);
        var path = "/webhooks/" + webhook.text("/id");
        var facilitator = admin.as("facilitator");
        facilitator.post("/webhooks", Map.of("url", receiver.url("/"))).expect(403);
        facilitator.get(path + "/deliveries").expect(403);
        var stranger = tenant();
        assertThat(stranger.get("/webhooks").expect(200).at("/items")).isEmpty();
        stranger.get(path).expectProblem(404, "not-found");
        stranger.get(path + "/deliveries").expectProblem(404, "not-found");
        for (var step : List.of("/test", "/rotation", "/enabling"))
            stranger.post(path + step, Map.of()).expectProblem(404, "not-found");
        stranger.delete(path).expectProblem(404, "not-found");
        admin.get(path).expect(200);
    }

    @Test
    void what_cannot_be_a_webhook_is_refused_where_it_stands() {
        var admin = tenant();
        admin.post("/webhooks", Map.of("url", "ftp://example.com/")).expectProblem(422, "invalid-value", "/url");
        admin.post("/webhooks", Map.of("url", receiver.url("/"), "kinds", List.of("assessment.opened", "no.such")))
                .expectProblem(422, "invalid-value", "/kinds/1");
        for (var i = 0; i < 3; i++)
            admin.post("/webhooks", Map.of("url", receiver.url("/"))).expect(201);
        admin.post("/webhooks", Map.of("url", receiver.url("/"))).expectProblem(409, "too-many-webhooks");
    }

    /** Sends a test message, now. */
    private void test(Client admin, Reply webhook) {
        admin.post("/webhooks/" + webhook.text("/id") + "/test", Map.of()).expect(202);
        service.deliver();
    }

    private static Reply deliveries(Client admin, Reply webhook) {
        return admin.get("/webhooks/" + webhook.text("/id") + "/deliveries").expect(200);
    }

    /** As a receiver computes it, by the specification and not by our code. */
    private static String signature(String secret, Receiver.Message message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            var signed =
                    message.header("webhook-id") + "." + message.header("webhook-timestamp") + "." + message.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Client tenant() {
        return service.tenant("webhooks-" + ++tenants, "01-01");
    }
}
