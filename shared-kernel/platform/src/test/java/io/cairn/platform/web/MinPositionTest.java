package io.cairn.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinPositionTest {
    private final Client admin = Service.admin();

    @Test
    void a_read_sees_what_was_written_before_it() {
        var position =
                admin.post("/api/v1/samples", "{\"code\":\"a\",\"name\":\"A\"}").header("X-Event-Position");
        assertThat(admin.get("/api/v1/samples/viewed?min-position=" + position).status())
                .isEqualTo(200);
    }

    @Test
    void a_position_that_is_not_reached_in_time_is_a_503_that_says_when_to_come_again() {
        var reply = admin.get("/api/v1/samples/viewed?min-position=999999999");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.problem()).isEqualTo("view-behind");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1e3", "99999999999999999999", ""})
    void a_position_that_is_none_is_a_400(String position) {
        var reply = admin.get("/api/v1/samples/viewed?min-position=" + position);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.pointers()).containsExactly("?min-position");
    }

    @Test
    void whoever_may_not_read_does_not_wait_either() {
        assertThat(Service.operator()
                        .get("/api/v1/samples/viewed?min-position=999999999")
                        .status())
                .isEqualTo(403);
    }
}
