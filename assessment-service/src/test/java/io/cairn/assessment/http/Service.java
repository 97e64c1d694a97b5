package io.cairn.assessment.http;

import io.cairn.assessment.AssessmentService;
import io.cairn.eventstore.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a real database of its own, started once for all tests of this JVM. */
public final class Service {
    private static final String OPERATOR_KEY = "operator-key-of-the-tests-0123456789abcdef";
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final ConfigurableApplicationContext RUNNING = start();

    private Service() {}

    /** Somebody with the operator's key. */
    public static Client operator() {
        return new Client(address(), OPERATOR_KEY);
    }

    /** The admin of a tenant nobody else has, with this policy for stages. */
    public static Client tenant(String transitionPolicy) {
        var slug = "tenant-" + TENANTS.incrementAndGet();
        var registered = operator()
                .post(
                        "/tenants",
                        Map.of(
                                "slug",
                                slug,
                                "name",
                                slug,
                                "fiscalYearStart",
                                "01-01",
                                "cadence",
                                "quarterly",
                                "transitionPolicy",
                                transitionPolicy,
                                "profile",
                                Map.of("industry", "retail", "size", "small", "region", "europe")));
        return new Client(address(), registered.expect(201).text("/adminKey"));
    }

    /** What the service tells Prometheus. */
    static String metrics() throws IOException, InterruptedException {
        var port = RUNNING.getEnvironment().getRequiredProperty("local.management.port");
        var address = URI.create("http://localhost:" + port + "/actuator/prometheus");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String address() {
        var server = ((ServletWebServerApplicationContext) RUNNING).getWebServer();
        return "http://localhost:" + (server == null ? 0 : server.getPort()) + "/api/v1";
    }

    private static ConfigurableApplicationContext start() {
        var database = TestDatabase.fresh("eventstore", "platform", "assessment");
        return new SpringApplicationBuilder(AssessmentService.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--cairn.overload.writes=2000", // a thousand at once are to meet each other, not a limit
                        "--cairn.security.operator-key=" + OPERATOR_KEY,
                        "--cairn.database.url=" + database.url(),
                        "--cairn.database.app.password=app",
                        "--cairn.database.appender.password=appender",
                        "--cairn.database.projector.password=projector");
    }
}
