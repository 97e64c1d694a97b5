package io.cairn.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import io.cairn.platform.testing.Service;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
    private final Client admin = Service.admin();

    private Reply add(String json) {
        return admin.post("/api/v1/samples", json);
    }

    private Reply refused(String kind) {
        return admin.post("/api/v1/samples/units/brand-b/refused/" + kind, "{}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an unknown field    | /colour        | {\"code\":\"a\",\"name\":\"A\",\"parts\":[],\"colour\":1}",
                "a wrong type        | /name          | {\"code\":\"a\",\"name\":7,\"parts\":[]}",
                "a wrong type inside | /parts/1/value | {\"code\":\"a\",\"name\":\"A\",\"parts\":[{\"question\":\"q\",\"value\":1},{\"question\":\"q\",\"value\":\"1\"}]}",
                "an invalid value    | /code          | {\"code\":\"a b\",\"name\":\"A\",\"parts\":[]}",
                "a missing field     | /name          | {\"code\":\"a\",\"parts\":[]}",
                "a null field        | /name          | {\"code\":\"a\",\"name\":null,\"parts\":[]}",
                "a huge number       | /parts/0/value | {\"code\":\"a\",\"name\":\"A\",\"parts\":[{\"question\":\"q\",\"value\":1e400}]}",
                "a NUL               | /name          | {\"code\":\"a\",\"name\":\"\\u0000\",\"parts\":[]}",
                "a lone surrogate    | /name          | {\"code\":\"a\",\"name\":\"\\ud800\",\"parts\":[]}",
            })
    void a_body_that_cannot_be_said_is_answered_with_a_pointer(String what, String pointer, String json) {
        var reply = add(json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("invalid-value");
        assertThat(reply.pointers()).containsExactly(pointer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not JSON         | {\"code\":",
                "a repeated field | {\"code\":\"a\",\"code\":\"a\",\"name\":\"A\",\"parts\":[]}",
                "trailing words   | {\"code\":\"a\",\"name\":\"A\",\"parts\":[]} {}",
                "a list           | []",
                "nothing          | ``",
            })
    void a_body_that_cannot_be_read_is_a_400(String what, String json) {
        var reply = add(json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("malformed-body");
    }

    @Test
    void a_body_a_thousand_deep_is_a_400() {
        var reply = admin.post("/api/v1/samples/counted", "{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("malformed-body");
    }

    @Test
    void bytes_that_are_no_text_are_a_400() {
        var bytes = "{\"code\":\"a\",\"name\":\"?\",\"parts\":[]}".getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < bytes.length; i++) if (bytes[i] == '?') bytes[i] = (byte) 0xFF;
        var reply = admin.send("POST", "/api/v1/samples", BodyPublishers.ofByteArray(bytes), Map.of());
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("malformed-body");
    }

    @Test
    void ten_megabytes_are_too_large_whether_announced_or_not() {
        var large = ("{\"a\":[" + "1,".repeat(5_000_000) + "1]}").getBytes(StandardCharsets.UTF_8);
        var announced = admin.send("POST", "/api/v1/samples/counted", BodyPublishers.ofByteArray(large), Map.of());
        var chunked = admin.send(
                "POST",
                "/api/v1/samples/counted",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                Map.of());
        for (var reply : List.of(announced, chunked)) {
            assertThat(reply.status()).as(reply.toString()).isEqualTo(413);
            assertThat(reply.problem()).isEqualTo("body-too-large");
        }
    }

    @Test
    void a_table_may_be_large() {
        var reply = admin.post("/api/v1/samples/table", "x".repeat(3_000_000), Map.of("Content-Type", "text/csv"));
        assertThat(reply.json().path("bytes").asInt()).isEqualTo(3_000_000);
    }

    @Test
    void a_body_of_another_type_is_a_415_and_yaml_is_no_way_around_strict_json() {
        for (var type : List.of("text/plain", "application/xml", "application/yaml", "application/cbor")) {
            var reply = admin.post("/api/v1/samples", "code: a", Map.of("Content-Type", type));
            assertThat(reply.status()).as(type).isEqualTo(415);
            assertThat(reply.problem()).isEqualTo("unsupported-media-type");
        }
    }

    @Test
    void what_cannot_be_done_here_is_a_405_that_says_what_can() {
        var reply = admin.send("PUT", "/api/v1/samples", BodyPublishers.ofString("{}"), Map.of());
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.problem()).isEqualTo("method-not-allowed");
        assertThat(reply.header("Allow")).contains("GET", "POST");
    }

    @Test
    void nothing_and_no_such_thing_are_told_in_the_same_words() {
        var nothing = admin.get("/api/v1/no/such/path");
        var malformed = admin.get("/api/v1/samples/not-a-uuid");
        var unknown = refused("assessment");
        for (var reply : List.of(nothing, malformed, unknown)) {
            assertThat(reply.status()).as(reply.toString()).isEqualTo(404);
            assertThat(reply.problem()).isEqualTo("not-found");
            assertThat(reply.json().propertyNames()).containsExactly("type", "title", "status", "traceId");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "period=2026-Q9, ?period",
        "x=y, ?period",
        "period=2026&number=1e400, ?number",
        "period=2026&number=99999999999, ?number",
        "period=2026&id=7, ?id"
    })
    void a_parameter_that_cannot_be_is_a_400_that_names_it(String query, String pointer) {
        var reply = admin.get("/api/v1/samples/parameters?" + query);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("invalid-parameter");
        assertThat(reply.pointers()).containsExactly(pointer);
    }

    @Test
    void words_of_the_language_are_read_from_parameters() {
        var reply = admin.get("/api/v1/samples/parameters?period=2026-Q4&number=7&unknown=ignored");
        assertThat(reply.json().path("period").asString()).as(reply.toString()).isEqualTo("2026-Q4");
        assertThat(reply.json().path("number").asInt()).isEqualTo(7);
    }

    @Test
    void a_fault_says_nothing_of_the_inside() {
        var reply = admin.post("/api/v1/samples/counted", "{\"fault\":true}");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.problem()).isEqualTo("internal-error");
        assertThat(reply.text()).doesNotContain("secret", "Exception", "io.cairn");
    }

    @Test
    void the_trace_id_is_the_callers_where_there_is_one() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var parent = Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-01");
        var problem = admin.send("GET", "/api/v1/no/such/path", BodyPublishers.noBody(), parent);
        assertThat(problem.json().path("traceId").asString()).isEqualTo(trace);
        var caller = admin.send("GET", "/api/v1/samples/whoami", BodyPublishers.noBody(), parent);
        assertThat(caller.json().path("request").asString()).isEqualTo("0af76519-16cd-43dd-8448-eb211c80319c");
    }

    @ParameterizedTest
    @CsvSource({
        "unit, unknown-unit, /unit",
        "model, unknown-model, /model",
        "scale, outside-scale, /value",
        "entry, outside-scale, /answers/3/value",
        "reason, reason-required, /reason",
        "file, model-file-invalid, /dimensions/0"
    })
    void a_refusal_of_what_the_body_says_points_to_it(String kind, String type, String pointer) {
        var reply = refused(kind);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo(type);
        assertThat(reply.pointers()).containsExactly(pointer);
    }

    @Test
    void an_unknown_name_in_the_path_is_a_404() {
        assertThat(admin.post("/api/v1/samples/units/brand-a/refused/unit", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_unknown_name_in_a_parameter_is_pointed_to() {
        assertThat(admin.post("/api/v1/samples/units/brand-b/refused/model?model=egdi", "{}")
                        .pointers())
                .containsExactly("?model");
    }

    @Test
    void a_refusal_of_the_state_is_a_409_with_what_the_client_needs() {
        var exists = refused("exists");
        assertThat(exists.status()).isEqualTo(409);
        assertThat(exists.json().path("id").asString()).isEqualTo("00000000-0000-0000-0000-000000000007");
        var coverage = refused("coverage");
        assertThat(coverage.status()).isEqualTo(409);
        assertThat(coverage.problem()).isEqualTo("coverage-too-low");
        assertThat(coverage.json().path("coverage").asDouble()).isEqualTo(0.25);
        assertThat(coverage.json().path("required").asDouble()).isEqualTo(0.5);
    }

    @Test
    void a_fault_of_a_file_says_its_line() {
        assertThat(refused("file").json().path("errors").get(0).path("line").asInt())
                .isEqualTo(12);
    }
}
