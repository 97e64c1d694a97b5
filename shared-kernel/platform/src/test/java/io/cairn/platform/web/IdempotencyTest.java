package io.cairn.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import io.cairn.platform.testing.Service;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class IdempotencyTest {
    private final Client admin = Service.admin();
    private final String key = UUID.randomUUID().toString();

    private Reply counted(Client client, String body) {
        return client.post("/api/v1/samples/counted", body, Map.of("Idempotency-Key", key));
    }

    @Test
    void the_same_request_is_answered_as_it_was_first() {
        var first = counted(admin, "{\"a\":1}");
        var again = counted(admin, "{\"a\":1}");
        assertThat(first.status()).as(first.toString()).isEqualTo(202);
        assertThat(again.status()).as(again.toString()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text());
        for (var header : new String[] {"ETag", "X-Event-Position", "Content-Type"})
            assertThat(again.header(header)).isNotEmpty().isEqualTo(first.header(header));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_created_thing_is_created_once_and_found_again() {
        var body = "{\"code\":\"once\",\"name\":\"Once\"}";
        var first = admin.post("/api/v1/samples", body, Map.of("Idempotency-Key", key));
        var again = admin.post("/api/v1/samples", body, Map.of("Idempotency-Key", key));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isNotEmpty().isEqualTo(first.header("Location"));
    }

    @Test
    void what_a_process_did_before_it_died_is_answered_by_the_one_that_takes_over() {
        var body = "{\"code\":\"taken-over\",\"name\":\"Taken over\"}";
        var first = admin.post("/api/v1/samples", body, Map.of("Idempotency-Key", key));
        assertThat(first.status()).isEqualTo(201);
        // it appended, and died before it could keep its answer
        new JdbcTemplate(Service.DATABASE.superuser())
                .update("update platform.idempotency set status = null, answer = null, fingerprint = null");
        assertThat(admin.post("/api/v1/samples", body, Map.of("Idempotency-Key", key))
                        .status())
                .isEqualTo(409);
        Service.clock().advance(Duration.ofMinutes(1));
        var again = admin.post("/api/v1/samples", body, Map.of("Idempotency-Key", key));
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        for (var header : new String[] {"ETag", "X-Event-Position", "Location"})
            assertThat(again.header(header)).isNotEmpty().isEqualTo(first.header(header));
        assertThat(admin.post("/api/v1/samples", body).status()).isEqualTo(409);
    }

    @Test
    void a_refusal_is_repeated_too() {
        var body = "{\"code\":\"b\",\"name\":\"B\"}";
        admin.post("/api/v1/samples", body);
        for (var i = 0; i < 2; i++)
            assertThat(admin.post("/api/v1/samples", body, Map.of("Idempotency-Key", key))
                            .problem())
                    .isEqualTo("already-exists");
    }

    @Test
    void another_body_under_the_same_key_is_a_422() {
        counted(admin, "{\"a\":1}");
        var other = counted(admin, "{\"a\":2}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_streamed_table_is_told_apart_as_well() {
        var headers = Map.of("Idempotency-Key", key, "Content-Type", "text/csv");
        var table = "x".repeat(2_000_000);
        var first = admin.post("/api/v1/samples/table", table, headers);
        assertThat(admin.post("/api/v1/samples/table", table, headers).text()).isEqualTo(first.text());
        assertThat(admin.post("/api/v1/samples/table", table + "y", headers).status())
                .isEqualTo(422);
    }

    @Test
    void a_request_still_being_handled_is_a_409() {
        var headers = Map.of("Idempotency-Key", key);
        var slow = CompletableFuture.supplyAsync(() -> admin.post("/api/v1/samples/slow", "{}", headers));
        Service.slowArrived();
        var second = admin.post("/api/v1/samples/slow", "{}", headers);
        Service.slowMayLeave();
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("request-in-flight");
        assertThat(second.header("Retry-After")).isNotEmpty();
        assertThat(slow.join().status()).isEqualTo(200);
    }

    @Test
    void a_fault_is_not_kept() {
        assertThat(counted(admin, "{\"fault\":1}").status()).isEqualTo(500);
        assertThat(counted(admin, "{\"a\":1}").status()).isEqualTo(202);
    }

    @Test
    void a_key_is_its_callers_own() {
        var first = counted(admin, "{\"a\":1}");
        assertThat(counted(Service.admin(), "{\"a\":1}").text()).isNotEqualTo(first.text());
    }

    @Test
    void the_operator_has_keys_too() {
        var first = counted(Service.operator(), "{\"a\":1}");
        assertThat(first.status()).isEqualTo(202);
        assertThat(counted(Service.operator(), "{\"a\":1}").text()).isEqualTo(first.text());
    }

    @Test
    void an_answer_is_forgotten_after_a_day() {
        var first = counted(admin, "{\"a\":1}");
        Service.clock().advance(Duration.ofHours(23));
        assertThat(counted(admin, "{\"a\":1}").text()).isEqualTo(first.text());
        Service.clock().advance(Duration.ofHours(2));
        assertThat(counted(admin, "{\"a\":1}").text()).isNotEqualTo(first.text());
    }

    @Test
    void a_new_key_is_replayed_and_yet_nowhere_in_the_database() {
        var body = "{\"name\":\"robot\",\"role\":\"viewer\"}";
        var first = admin.post("/api/v1/keys", body, Map.of("Idempotency-Key", key));
        var again = admin.post("/api/v1/keys", body, Map.of("Idempotency-Key", key));
        var secret = first.json().path("key").asString();
        assertThat(again.json().path("key").asString()).isEqualTo(secret);
        var stored = new JdbcTemplate(Service.DATABASE.superuser())
                .queryForList(
                        "select i::text || encode(coalesce(i.answer, ''), 'escape') from platform.idempotency i",
                        String.class);
        assertThat(stored).isNotEmpty().noneMatch(row -> row.contains(secret.substring(39)) || row.contains(key));
    }

    @Test
    void a_key_that_is_none_is_a_400() {
        var reply = admin.post("/api/v1/samples/counted", "{}", Map.of("Idempotency-Key", "x".repeat(256)));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.pointers()).containsExactly("Idempotency-Key");
    }
}
