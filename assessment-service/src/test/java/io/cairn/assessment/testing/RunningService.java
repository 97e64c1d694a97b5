package io.cairn.assessment.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.AssessmentService;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One for all tests of the JVM. */
public final class RunningService {
    public static final TestDatabase DATABASE = TestDatabase.fresh("eventstore", "platform", "assessment");
    private static final String OPERATOR_KEY = "operator-operator-operator-operator";
    public static final ConfigurableApplicationContext CONTEXT = start();

    private RunningService() {}

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(AssessmentService.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--cairn.database.url=" + DATABASE.url(),
                        "--cairn.database.app.password=app",
                        "--cairn.database.appender.password=appender",
                        "--cairn.database.projector.password=projector",
                        "--cairn.imports.max-file=64MB",
                        "--cairn.security.operator-key=" + OPERATOR_KEY);
    }

    public static Client anonymous() {
        return new Client("http://localhost:" + port("local.server.port") + "/api/v1", null);
    }

    public static Client management() {
        return new Client("http://localhost:" + port("local.management.port"), null);
    }

    public static Client operator() {
        return anonymous().as(OPERATOR_KEY);
    }

    /** The admin of a tenant that has just been registered. */
    public static Client newTenant() {
        return newTenant("automatic");
    }

    public static Client newTenant(String transitionPolicy) {
        var reply = operator().post("/tenants", """
                        {"slug": "%s", "name": "Test", "transitionPolicy": "%s"}""".formatted(slug(), transitionPolicy));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return anonymous().as(reply.json().path("adminKey").asString());
    }

    public static String slug() {
        return "t-" + UUID.randomUUID();
    }

    /** @param query as in {@code model=egdi&version=2.0.0} */
    public static Reply importCsv(Client client, String query, String csv) {
        return client.send(
                "POST", "/imports/answers?" + query, BodyPublishers.ofString(csv), Map.of("Content-Type", "text/csv"));
    }

    /** A read, once the views it waits for have caught up with what the tests before wrote. */
    public static Reply settled(Client client, String path) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> client.get(path), reply -> reply.status() != 503);
    }

    /** Everything in the event store. */
    public static long events() {
        try (var connection = DATABASE.superuser().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select position from eventstore.head")) {
            row.next();
            return row.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String port(String property) {
        var port = CONTEXT.getEnvironment().getProperty(property);
        if (port == null) throw new IllegalStateException(property + " is not known");
        return port;
    }
}
