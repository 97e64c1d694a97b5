package io.cairn.assessment.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An outside client with one key. */
public record Client(String address, String key) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    public Reply get(String path) {
        return call("GET", path, null, Map.of());
    }

    public Reply post(String path, Object body) {
        return call("POST", path, body, Map.of());
    }

    /** With {@code If-Match}. */
    public Reply post(String path, Object body, String etag) {
        return call("POST", path, body, Map.of("If-Match", etag));
    }

    public Reply put(String path, Object body) {
        return call("PUT", path, body, Map.of());
    }

    public Reply put(String path, Object body, String etag) {
        return call("PUT", path, body, Map.of("If-Match", etag));
    }

    public Reply patch(String path, Object body) {
        return call("PATCH", path, body, Map.of());
    }

    public Reply patch(String path, Object body, String etag) {
        return call("PATCH", path, body, Map.of("If-Match", etag));
    }

    /** A model file. */
    public Reply postYaml(String path, String yaml) {
        return postText(path, yaml, "application/yaml");
    }

    public Reply postCsv(String path, String csv) {
        return postText(path, csv, "text/csv");
    }

    public Reply delete(String path) {
        return call("DELETE", path, null, Map.of());
    }

    /** The same tenant with a key of another role. */
    public Client as(String role) {
        var made = post("/keys", Map.of("name", role, "role", role)).expect(201);
        return new Client(address, made.text("/key"));
    }

    private Reply call(String method, String path, @Nullable Object body, Map<String, String> headers) {
        var request = request(path, headers);
        if (body == null) return send(request.method(method, HttpRequest.BodyPublishers.noBody()));
        return send(request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private Reply postText(String path, String text, String type) {
        var request = request(path, Map.of()).header("Content-Type", type);
        return send(request.POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json, application/problem+json");
        headers.forEach(request::header);
        return request;
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            return Reply.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
