package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a key of their own, and nothing but the API. @param actor by which events know them */
record Person(String address, String key, String actor) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Paths are JSON pointers. */
    record Reply(int status, JsonNode body, HttpHeaders headers) {
        Reply expect(int wanted) {
            assertThat(status).as("%s", body).isEqualTo(wanted);
            return this;
        }

        Reply expectProblem(int wanted, String type) {
            expect(wanted);
            assertThat(text("/type")).isEqualTo("https://cairn.dev/problems/" + type);
            return this;
        }

        JsonNode at(String path) {
            return body.at(path);
        }

        String text(String path) {
            return at(path).asString("");
        }

        /** Of a list, one field of each, with "" for what is missing. */
        List<String> texts(String list, String field) {
            var texts = new ArrayList<String>();
            for (var item : at(list)) texts.add(item.at(field).asString(""));
            return texts;
        }

        String etag() {
            return headers.firstValue("ETag").orElseThrow();
        }
    }

    /** A colleague with a key of their own. */
    Person hire(String name, String role) {
        var made = post("/keys", Map.of("name", name, "role", role)).expect(201);
        return new Person(address, made.text("/key"), "key:" + made.text("/id"));
    }

    Reply get(String path) {
        return call("GET", path, null, null);
    }

    Reply post(String path, Object body) {
        return call("POST", path, body, null);
    }

    /** A step that says which version it is about: the current one. */
    Reply step(String resource, String step, Map<String, ?> body) {
        return call(
                "POST", resource + "/" + step, body, get(resource).expect(200).etag());
    }

    Reply put(String path, Object body) {
        return call("PUT", path, body, null);
    }

    /** A model file. */
    Reply postYaml(String path, String yaml) {
        return send("POST", path, "application/yaml", yaml, null);
    }

    private Reply call(String method, String path, @Nullable Object body, @Nullable String ifMatch) {
        return send(method, path, "application/json", body == null ? null : JSON.writeValueAsString(body), ifMatch);
    }

    private Reply send(String method, String path, String type, @Nullable String body, @Nullable String ifMatch) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json, application/problem+json");
        if (ifMatch != null) request.header("If-Match", ifMatch);
        if (body == null) request.method(method, HttpRequest.BodyPublishers.noBody());
        else request.header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofString(body));
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
