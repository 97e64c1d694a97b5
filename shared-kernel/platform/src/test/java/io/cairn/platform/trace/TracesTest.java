package io.cairn.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.platform.identity.Role;
import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Service;
import io.cairn.platform.trace.Collector.Span;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a collector hears of one process; everything is exported when the process ends, so it is looked at then. */
class TracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String OUTSIDE = "b7ad6b7169203331";
    private static final Map<String, String> PART_OF_A_TRACE =
            Map.of("traceparent", "00-" + TRACE + "-" + OUTSIDE + "-01", "If-Match", "*");

    private static Collector collector;
    private static Client admin;
    private static String refusedTrace;

    @BeforeAll
    static void one_process_does_some_work() throws IOException {
        collector = new Collector();
        var database = TestDatabase.fresh("eventstore", "platform");
        new JdbcTemplate(database.superuser()).execute("""
                        create table platform.sample_name (id bigint primary key, name text);
                        grant select, insert, update, delete on platform.sample_name to projector
                        """);
        var service = Service.on(
                database,
                Duration.ofSeconds(1),
                "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.endpoint(),
                "--management.opentelemetry.tracing.export.otlp.headers.x-collector-key=of-the-collector",
                "--management.opentelemetry.resource-attributes.deployment.environment.name=test",
                "--management.tracing.sampling.probability=1.0");
        admin = service.client(Service.newTenant(), Role.ADMIN);
        assertThat(admin.post("/api/v1/samples", "{\"code\":\"hidden-unit\",\"name\":\"Hidden Name\"}")
                        .status())
                .isEqualTo(201);
        var renamed = admin.post("/api/v1/samples/hidden-unit/name", "{\"name\":\"shown\"}", PART_OF_A_TRACE);
        assertThat(renamed.status()).as(renamed.toString()).isEqualTo(200);
        assertThat(admin.get("/api/v1/samples/viewed?min-position=" + renamed.header("X-Event-Position"))
                        .status())
                .isEqualTo(200);
        refusedTrace = admin.post("/api/v1/samples", "{\"code\":\"hidden-unit\",\"name\":\"Hidden Name\"}")
                .json()
                .path("traceId")
                .asString();
        admin.send("GET", "/api/v1/samples/hidden-unit", BodyPublishers.noBody(), Map.of());
        service.close();
        database.close();
    }

    @AfterAll
    static void stop() {
        collector.close();
    }

    @Test
    void a_request_its_command_the_append_and_the_view_are_one_trace() {
        var request = one("POST /api/v1/samples/{code}/name", TRACE);
        assertThat(request.parent()).isEqualTo(OUTSIDE);
        assertThat(request.kind()).isEqualTo(2);
        assertThat(request.service()).isEqualTo("cairn");
        assertThat(request.says())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "http.request.method",
                        "POST",
                        "http.route",
                        "/api/v1/samples/{code}/name",
                        "http.response.status_code",
                        200L));
        var command = one("Rename", TRACE);
        assertThat(command.parent()).isEqualTo(request.id());
        var append = one("append", TRACE);
        assertThat(append.parent()).isEqualTo(command.id());
        assertThat(append.says()).containsEntry("cairn.events", 1L).containsKey("cairn.position");
        var view = one("view sample-v1", TRACE);
        assertThat(view.parent()).isEqualTo(append.id());
        assertThat(view.says()).isEqualTo(append.says());
        assertThat(collector.spans())
                .filteredOn(span -> span.trace().equals(TRACE))
                .hasSize(4);
    }

    @Test
    void a_problem_names_the_trace_that_is_exported() {
        var request = one("POST /api/v1/samples", refusedTrace);
        assertThat(request.parent()).isEmpty();
        assertThat(request.says()).containsEntry("http.response.status_code", 409L);
        assertThat(one("Add", refusedTrace).says()).containsEntry("cairn.refusal", "AlreadyExists");
    }

    @Test
    void no_name_path_or_key_leaves_with_it() {
        assertThat(collector.raw())
                .contains("POST /api/v1/samples/{code}/name", "deployment.environment.name")
                .doesNotContain("hidden-unit", "Hidden Name", "shown", String.valueOf(admin.bearer()), "localhost");
    }

    @Test
    void the_collectors_own_key_is_sent_to_it() {
        assertThat(collector.keys()).isNotEmpty().containsOnly("of-the-collector");
    }

    private static Span one(String name, String trace) {
        var found = collector.spans().stream()
                .filter(span -> span.name().equals(name) && span.trace().equals(trace))
                .toList();
        assertThat(found).as("%s in %s", name, collector.spans()).hasSize(1);
        return found.getFirst();
    }
}
