package io.cairn.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Service;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final Client admin = Service.admin();

    private String expiry(Duration fromNow) {
        return Service.clock().instant().plus(fromNow).toString();
    }

    @Test
    void a_key_is_told_once_and_lets_its_holder_in() {
        var created = admin.post("/api/v1/keys", "{\"name\":\"robot\",\"role\":\"viewer\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location"))
                .isEqualTo("/api/v1/keys/" + created.json().path("id").asString());
        var key = created.json().path("key").asString();
        assertThat(key).matches("cairn_[0-9a-f]{32}_[A-Za-z0-9_-]{43}");

        var robot = admin.as(key).get("/api/v1/samples/whoami");
        assertThat(robot.status()).isEqualTo(200);
        assertThat(robot.json().path("actor").asString())
                .isEqualTo("key:" + created.json().path("id").asString());
        assertThat(admin.get("/api/v1/keys").text()).contains("robot").doesNotContain(key.substring(40));
    }

    @Test
    void a_key_opens_only_what_its_role_allows() {
        var key = admin.post("/api/v1/keys", "{\"name\":\"robot\",\"role\":\"viewer\"}")
                .json()
                .path("key")
                .asString();
        var refused = admin.as(key).post("/api/v1/keys", "{\"name\":\"more\",\"role\":\"admin\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("forbidden");
    }

    @Test
    void an_expired_key_is_refused() {
        var key = admin.post(
                        "/api/v1/keys",
                        "{\"name\":\"soon gone\",\"role\":\"viewer\",\"expiresAt\":\"" + expiry(Duration.ofHours(1))
                                + "\"}")
                .json()
                .path("key")
                .asString();
        assertThat(admin.as(key).get("/api/v1/samples/whoami").status()).isEqualTo(200);
        Service.clock().advance(Duration.ofHours(2));
        assertThat(admin.as(key).get("/api/v1/samples/whoami").status()).isEqualTo(401);
    }

    @Test
    void a_revoked_key_is_refused_and_gone() {
        var created = admin.post("/api/v1/keys", "{\"name\":\"robot\",\"role\":\"viewer\"}")
                .json();
        var path = "/api/v1/keys/" + created.path("id").asString();
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.as(created.path("key").asString())
                        .get("/api/v1/samples/whoami")
                        .status())
                .isEqualTo(401);
        assertThat(admin.delete(path).status()).isEqualTo(404);
    }

    @Test
    void a_rotated_key_keeps_its_holder_and_the_one_before_lives_for_a_while() {
        var created = admin.post("/api/v1/keys", "{\"name\":\"robot\",\"role\":\"viewer\"}")
                .json();
        var before = admin.as(created.path("key").asString());
        var path = "/api/v1/keys/" + created.path("id").asString();
        assertThat(before.get("/api/v1/samples/whoami").status()).isEqualTo(200);
        var rotated = admin.post(path + "/rotation", "{\"overlapHours\":2}");
        assertThat(rotated.status()).isEqualTo(201);
        var after = admin.as(rotated.json().path("key").asString());
        for (var both : new Client[] {before, after})
            assertThat(both.get("/api/v1/samples/whoami").json().path("actor").asString())
                    .isEqualTo("key:" + created.path("id").asString());
        assertThat(listed(created.path("id").asString()).path("formerUntil").asString())
                .isEqualTo(expiry(Duration.ofHours(2)));
        Service.clock().advance(Duration.ofHours(3));
        assertThat(before.get("/api/v1/samples/whoami").status()).isEqualTo(401);
        assertThat(after.get("/api/v1/samples/whoami").status()).isEqualTo(200);
        assertThat(listed(created.path("id").asString()).path("formerUntil").isNull())
                .isTrue();
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(after.get("/api/v1/samples/whoami").status()).isEqualTo(401);
        assertThat(admin.post(path + "/rotation", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_key_rotated_without_overlap_ends_at_once() {
        var created = admin.post("/api/v1/keys", "{\"name\":\"leaked\",\"role\":\"viewer\"}")
                .json();
        var path = "/api/v1/keys/" + created.path("id").asString() + "/rotation";
        var leaked = admin.as(created.path("key").asString());
        assertThat(leaked.get("/api/v1/samples/whoami").status()).isEqualTo(200);
        assertThat(admin.post(path, "{\"overlapHours\":0}").status()).isEqualTo(201);
        assertThat(leaked.get("/api/v1/samples/whoami").status()).isEqualTo(401);
        assertThat(Service.admin().post(path, "{}").status()).isEqualTo(404);
        for (var hours : new String[] {"-1", "721"}) {
            var refused = admin.post(path, "{\"overlapHours\":" + hours + "}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.pointers()).containsExactly("/overlapHours");
        }
    }

    @Test
    void the_list_says_when_a_key_was_last_used() {
        var created = admin.post("/api/v1/keys", "{\"name\":\"robot\",\"role\":\"viewer\"}")
                .json();
        var id = created.path("id").asString();
        assertThat(listed(id).path("lastUsedAt").isNull()).isTrue();
        assertThat(admin.as(created.path("key").asString())
                        .get("/api/v1/samples/whoami")
                        .status())
                .isEqualTo(200);
        assertThat(listed(id).path("lastUsedAt").asString()).isEqualTo(expiry(Duration.ZERO));
    }

    private tools.jackson.databind.JsonNode listed(String id) {
        return admin.get("/api/v1/keys")
                .json()
                .path("items")
                .valueStream()
                .filter(key -> key.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void another_tenants_key_is_not_found_and_stays() {
        var created = admin.post("/api/v1/keys", "{\"name\":\"robot\",\"role\":\"viewer\"}")
                .json();
        var foreign =
                Service.admin().delete("/api/v1/keys/" + created.path("id").asString());
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(admin.as(created.path("key").asString())
                        .get("/api/v1/samples/whoami")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_key_renamed_to_another_tenant_is_refused() {
        var key = admin.bearer();
        assertThat(key).isNotNull();
        var moved = "cairn_" + "0".repeat(32) + key.substring(38);
        assertThat(admin.as(moved).get("/api/v1/samples/whoami").status()).isEqualTo(401);
    }

    @Test
    void nobody_can_be_made_operator_by_a_key() {
        var refused = admin.post("/api/v1/keys", "{\"name\":\"root\",\"role\":\"operator\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/role");
    }

    @Test
    void a_key_ends_in_the_future_and_within_a_year() {
        for (var expiry : new String[] {expiry(Duration.ofSeconds(-1)), expiry(Duration.ofDays(400))}) {
            var refused =
                    admin.post("/api/v1/keys", "{\"name\":\"x\",\"role\":\"viewer\",\"expiresAt\":\"" + expiry + "\"}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.pointers()).containsExactly("/expiresAt");
        }
        admin.post("/api/v1/keys", "{\"name\":\"unsaid\",\"role\":\"viewer\"}");
        var listed = admin.get("/api/v1/keys").json().path("items").valueStream();
        assertThat(listed.filter(key -> key.path("name").asString().equals("unsaid")))
                .singleElement()
                .satisfies(key -> assertThat(key.path("expiresAt").asString()).isEqualTo(expiry(Duration.ofDays(366))));
    }

    @Test
    void the_operator_reaches_the_platform_and_no_tenant() {
        assertThat(Service.operator().get("/api/v1/samples/platform").status()).isEqualTo(200);
        assertThat(Service.operator().get("/api/v1/keys").status()).isEqualTo(403);
        assertThat(admin.get("/api/v1/samples/platform").status()).isEqualTo(403);
    }

    @Test
    void without_a_valid_key_the_answer_is_401_and_says_how_to_ask() {
        for (var bearer :
                new String[] {null, "nobody", "cairn_short", "cairn_" + "0".repeat(32) + "_" + "x".repeat(43)}) {
            var refused = admin.as(bearer).get("/api/v1/keys");
            assertThat(refused.status()).as("bearer %s", bearer).isEqualTo(401);
            assertThat(refused.problem()).isEqualTo("unauthorized");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }
}
