package io.cairn.standalone.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cairn.eventstore.json.CairnJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One request. @param body null for none */
record Shot(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
    /** So long an answer may take at most, whatever was asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Shot {
        headers = Map.copyOf(headers);
    }

    static Shot of(String method, String path) {
        return new Shot(method, path, Map.of(), null);
    }

    Shot as(@Nullable String bearer) {
        return bearer == null ? this : with("Authorization", "Bearer " + bearer);
    }

    Shot with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Shot(method, path, more, body);
    }

    Shot json(String text) {
        return bytes("application/json", text.getBytes(UTF_8));
    }

    Shot bytes(String type, byte[] bytes) {
        return new Shot(method, path, headers, bytes).with("Content-Type", type);
    }

    /** @throws IllegalStateException when there is no answer in time */
    Hit fire() {
        try {
            return new Hit(this, HTTP.send(request(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(this + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest request() {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + Target.port() + path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    /** What to repeat by hand. */
    @Override
    public String toString() {
        var shown = body == null ? "" : new String(body, 0, Math.min(body.length, 500), UTF_8);
        return method + " " + path + " " + headers + " " + shown;
    }

    /** What came of it. */
    record Hit(Shot shot, HttpResponse<byte[]> response) {
        private static final String TYPES = "https://cairn.dev/problems/";

        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), UTF_8);
        }

        JsonNode json() {
            return CairnJson.mapper().readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The last segment of its type; empty when it is none. */
        String problem() {
            if (!header("Content-Type").equals("application/problem+json")) return "";
            return json().path("type").asString("").replace(TYPES, "");
        }

        @Override
        public String toString() {
            var text = text();
            return shot + " → " + status() + " " + text.substring(0, Math.min(text.length(), 1_000));
        }
    }
}
