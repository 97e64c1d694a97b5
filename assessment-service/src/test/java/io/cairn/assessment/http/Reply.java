package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What came back. Paths are JSON pointers. */
public record Reply(int status, JsonNode body, java.net.http.HttpHeaders headers) {
    private static final JsonMapper JSON = new JsonMapper();

    static Reply of(HttpResponse<String> response) {
        var text = response.body();
        var body = text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        return new Reply(response.statusCode(), body, response.headers());
    }

    public Reply expect(int wanted) {
        assertThat(status).as("%s", body).isEqualTo(wanted);
        return this;
    }

    /** A problem of this type that points there. */
    public Reply expectProblem(int wanted, String type, String pointer) {
        expectProblem(wanted, type);
        assertThat(text("/errors/0/pointer")).as("%s", body).isEqualTo(pointer);
        return this;
    }

    public Reply expectProblem(int wanted, String type) {
        expect(wanted);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("/type")).isEqualTo("https://cairn.dev/problems/" + type);
        return this;
    }

    public JsonNode at(String path) {
        return body.at(path);
    }

    public String text(String path) {
        return at(path).asString();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String etag() {
        return header("ETag");
    }

    public long position() {
        return Long.parseLong(header("X-Event-Position"));
    }
}
