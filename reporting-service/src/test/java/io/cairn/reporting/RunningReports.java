package io.cairn.reporting;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.eventstore.projection.Projections;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.ApiKeys;
import io.cairn.platform.identity.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The service as it runs in production, once for all tests, on a database of its own. */
public final class RunningReports {
    public static final TestDatabase DATABASE = TestDatabase.fresh("eventstore", "platform", "reporting");
    public static final String OPERATOR = "an-operator-of-reports-0123456789abcdef";
    public static final TestStore STORE = new TestStore(DATABASE);

    private static final ConfigurableApplicationContext CONTEXT = start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private RunningReports() {}

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ReportingService.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--cairn.database.url=" + DATABASE.url(),
                        "--cairn.proof.every-events=1",
                        "--cairn.security.operator-key=" + OPERATOR,
                        "--cairn.database.app.password=app",
                        "--cairn.database.projector.password=projector");
    }

    public record Reply(int status, String text, Map<String, String> headers) {
        public JsonNode json() {
            return CairnJson.mapper().readTree(text);
        }

        public JsonNode at(String pointer) {
            return json().at(pointer);
        }
    }

    public static Reply get(String key, String path, String accept) {
        return send(request(key, path).header("Accept", accept).build());
    }

    public static Reply post(String key, String path, String body) {
        return send(request(key, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(String key, String path) {
        var port = CONTEXT.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + key);
    }

    private static Reply send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            var headers = new java.util.HashMap<String, String>();
            response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
            return new Reply(response.statusCode(), response.body(), headers);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer as it came, whatever it is; fails when it breaks off. */
    public static HttpResponse<byte[]> bytes(String key, String path, String... headers) throws IOException {
        var port = CONTEXT.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + key);
        if (headers.length > 0) request.headers(headers);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int delete(String key, String path) {
        return send(request(key, path).DELETE().build()).status();
    }

    /** Another node of the service, on the same database. */
    public static ConfigurableApplicationContext another() {
        return start();
    }

    public static String key(TenantId tenant, Role role) {
        return CONTEXT.getBean(ApiKeys.class).create(tenant, "test", role, null).key();
    }

    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    public static Projections projections() {
        return CONTEXT.getBean(Projections.class);
    }
}
