package io.cairn.platform.testing;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Reply(HttpResponse<String> response) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public int status() {
        return response.statusCode();
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    public String text() {
        return response.body();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The last segment of a problem's type, after checking that it is a problem in every respect. */
    public String problem() {
        if (!header("Content-Type").equals("application/problem+json"))
            throw new AssertionError(status() + " is no problem: " + response.headers() + " " + text());
        var problem = json();
        if (problem.path("status").asInt() != status()
                || !problem.path("traceId").asString("").matches("[0-9a-f]{32}")
                || problem.path("title").asString("").isEmpty()) throw new AssertionError("incomplete: " + text());
        return problem.path("type").asString("").replace("https://cairn.dev/problems/", "");
    }

    public List<String> pointers() {
        return json().path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    @Override
    public String toString() {
        return status() + " " + response.headers().map() + " " + text();
    }
}
