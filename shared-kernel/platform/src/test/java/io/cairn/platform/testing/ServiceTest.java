package io.cairn.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.problem.Problem;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {
    @Test
    void it_is_alive_and_ready_and_says_why() {
        var management = Service.management();
        assertThat(management
                        .get("/actuator/health/liveness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        var ready = management.get("/actuator/health/readiness");
        assertThat(ready.status()).as(ready.toString()).isEqualTo(200);
        assertThat(ready.json().path("components").propertyNames())
                .containsExactlyInAnyOrder("databases", "projections", "readinessState");
        assertThat(ready.text()).contains("cairn-app", "cairn-appender", "cairn-projector", "sample-v1");
        assertThat(management.get("/actuator/info").status()).isEqualTo(200);
    }

    @Test
    void commands_are_measured_by_what_came_of_them() {
        Service.admin().post("/api/v1/samples", "{\"code\":\"a\",\"name\":\"A\"}");
        assertThat(Service.management().get("/actuator/prometheus").text())
                .contains("cairn_commands_seconds_count{application=\"cairn\",command=\"Add\",outcome=\"done\"}");
    }

    @Test
    void the_insides_are_shown_on_the_management_port_only_and_not_all_of_them() {
        assertThat(Service.anonymous().get("/actuator/health").status()).isEqualTo(401);
        assertThat(Service.admin().get("/actuator/health").status()).isEqualTo(404);
        for (var path : new String[] {"env", "beans", "heapdump", "configprops", "shutdown"})
            assertThat(Service.management().get("/actuator/" + path).status())
                    .as(path)
                    .isNotEqualTo(200);
    }

    @Test
    void answers_carry_the_headers_of_a_careful_api() {
        var reply = Service.admin().get("/api/v1/keys");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(reply.header("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/samples/%00", "/%ff%fe", "/[\0"})
    void what_no_filter_gets_to_see_is_a_problem_all_the_same(String path) throws IOException {
        var address = URI.create(Service.anonymous().base());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 4")
                    .contains("Content-Type: application/problem+json")
                    .contains("\"type\":\"" + Problem.TYPES)
                    .containsPattern("\"traceId\":\"[0-9a-f]{32}\"")
                    .doesNotContainIgnoringCase("tomcat")
                    .doesNotContainIgnoringCase("<html")
                    .doesNotContain("java");
        }
    }
}
