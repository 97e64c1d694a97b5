package io.cairn.standalone.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.identity.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bodies no honest client sends, to every operation that takes one. */
class HostileBodiesTest {
    private static Map<String, byte[]> bodies() {
        var bodies = new LinkedHashMap<String, byte[]>();
        var texts = new LinkedHashMap<String, String>();
        texts.put("deep", "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
        texts.put("deep objects", "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000));
        texts.put(
                "a field twice",
                "{\"reason\":\"a\",\"reason\":\"b\",\"value\":1,\"value\":2,\"name\":\"x\",\"name\":\"y\"}");
        texts.put("a huge number", "{\"value\":1e400,\"limit\":1e999999999,\"points\":-1e400}");
        texts.put("many digits", "{\"value\":" + "9".repeat(2_000) + "}");
        texts.put("NaN", "{\"value\":NaN,\"points\":Infinity}");
        texts.put(
                "a million characters",
                "{\"name\":\"" + "x".repeat(1_000_000) + "\",\"reason\":\"" + "y".repeat(10) + "\"}");
        texts.put("a list", "[]");
        texts.put("a text", "\"x\"");
        texts.put("a number", "7");
        texts.put("null", "null");
        texts.put("truncated", "{\"name\":\"x");
        texts.put("trailing", "{} {}");
        texts.put("comments", "/* x */ {} // y");
        texts.put("single quotes", "{'name':'x'}");
        texts.put(
                "wrong types",
                "{\"name\":[{}],\"value\":{},\"model\":7,\"period\":[],\"unit\":false,\"answers\":\"x\",\"reason\":{},\"units\":7}");
        texts.put("NUL and surrogates", "{\"name\":\"\\u0000\",\"reason\":\"\\ud800\",\"slug\":\"\\udfff\"}");
        texts.put(
                "fields nobody asked for",
                "{\"tenant\":\"other\",\"tenantId\":\"00000000-0000-0000-0000-000000000001\",\"role\":\"operator\","
                        + "\"roles\":[\"operator\"],\"actor\":\"user:root\",\"version\":99,\"createdAt\":\"2000-01-01T00:00:00Z\"}");
        texts.put(
                "prototypes and types",
                "{\"__proto__\":{\"admin\":true},\"constructor\":{},\"@class\":\"java.util.HashMap\",\"@type\":\"x\"}");
        texts.put("templates", "{\"name\":\"${jndi:ldap://localhost:1/a}\",\"reason\":\"{{7*7}}#{7*7}<%=7*7%>\"}");
        texts.forEach((name, text) -> bodies.put(name, text.getBytes(UTF_8)));
        bodies.put("bytes that are no UTF-8", new byte[] {'{', '"', (byte) 0xC3, 0x28, '"', ':', '1', '}'});
        bodies.put("overlong UTF-8", new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'});
        bodies.put("UTF-16", "{\"name\":\"x\"}".getBytes(java.nio.charset.StandardCharsets.UTF_16));
        bodies.put("zeros", new byte[1_000]);
        bodies.put("three megabytes", new byte[3_000_000]);
        return bodies;
    }

    @Test
    void each_is_refused_with_a_problem_and_none_is_a_fault() {
        var victim = new Victim();
        var admin = Target.key(Target.newTenant(), Role.ADMIN);
        var wrong = new ArrayList<String>();
        var calls = 0;
        for (var operation : Operation.all()) {
            if (!operation.hasBody()) continue;
            var key = operation.allowed().contains(Role.OPERATOR) ? Target.OPERATOR_KEY : admin;
            for (var body : bodies().entrySet()) {
                var hit = operation
                        .shot(victim::own)
                        .bytes(operation.consumes(), body.getValue())
                        .as(key)
                        .with("If-Match", "\"v0\"")
                        .fire();
                calls++;
                if (hit.status() >= 500
                        || hit.status() >= 400 && hit.problem().isEmpty()
                        || hit.text().contains("Exception")) wrong.add(body.getKey() + ": " + hit);
            }
        }
        System.out.printf("%d hostile bodies: none was a fault%n", calls);
        assertThat(wrong).isEmpty();
    }

    /** Mass assignment: what a body has no name for is not taken, and not silently dropped either. */
    @Test
    void a_field_that_is_nobodys_to_set_is_refused_where_it_stands() {
        var admin = Target.key(Target.newTenant(), Role.ADMIN);
        for (var attempt : Map.of(
                        "/api/v1/units", "{\"code\":\"a\",\"name\":\"A\",%s}",
                        "/api/v1/keys", "{\"name\":\"a\",\"role\":\"viewer\",%s}",
                        "/api/v1/assessments",
                                "{\"unit\":\"a\",\"model\":{\"key\":\"egdi\",\"version\":\"2.0.0\"},\"period\":\"2026\",%s}",
                        "/api/v1/webhooks", "{\"url\":\"https://example.org/\",\"kinds\":[\"finalized\"],%s}")
                .entrySet())
            for (var field :
                    new String[] {"tenantId", "tenant", "id", "actor", "createdBy", "hash", "status", "secret"}) {
                var body = attempt.getValue().formatted("\"" + field + "\":\"00000000-0000-0000-0000-000000000001\"");
                var hit = Shot.of("POST", attempt.getKey()).as(admin).json(body).fire();
                assertThat(hit.status()).as(hit.toString()).isEqualTo(422);
                assertThat(hit.json().at("/errors/0/pointer").asString()).isEqualTo("/" + field);
            }
        assertThat(Shot.of("GET", "/api/v1/units")
                        .as(admin)
                        .fire()
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }
}
