package io.cairn.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import io.cairn.platform.testing.Service;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConditionalTest {
    private final Client admin = Service.admin();

    @BeforeEach
    void aUnit() {
        var added = admin.post("/api/v1/samples", "{\"code\":\"a\",\"name\":\"A\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.header("ETag")).isEqualTo("\"v0\"");
        assertThat(Long.parseLong(added.header("X-Event-Position"))).isPositive();
    }

    private Reply rename(String name, Map<String, String> headers) {
        return admin.post("/api/v1/samples/a/name", "{\"name\":\"" + name + "\"}", headers);
    }

    @Test
    void the_version_seen_is_changed_and_the_new_one_told() {
        var renamed = rename("B", Map.of("If-Match", "\"v0\""));
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.header("ETag")).isEqualTo("\"v1\"");
    }

    @Test
    void a_change_of_nothing_keeps_the_version() {
        var same = rename("A", Map.of("If-Match", "\"v0\""));
        assertThat(same.header("ETag")).isEqualTo("\"v0\"");
        assertThat(Long.parseLong(same.header("X-Event-Position"))).isPositive();
    }

    @Test
    void an_old_version_is_a_412() {
        rename("B", Map.of("If-Match", "\"v0\""));
        var stale = rename("C", Map.of("If-Match", "\"v0\""));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("stale-version");
    }

    @Test
    void a_missing_version_is_a_428_and_any_version_may_be_asked_for() {
        assertThat(rename("B", Map.of()).status()).isEqualTo(428);
        assertThat(rename("B", Map.of("If-Match", "*")).status()).isEqualTo(200);
    }

    @Test
    void a_version_that_is_none_is_a_400() {
        for (var tag : new String[] {"v0", "\"0\"", "\"v-1\"", "W/\"v0\"", "\"v99999999999999999999\""}) {
            var reply = rename("B", Map.of("If-Match", tag));
            assertThat(reply.status()).as(tag).isEqualTo(400);
            assertThat(reply.pointers()).containsExactly("If-Match");
        }
    }

    @Test
    void a_second_one_is_refused() {
        assertThat(admin.post("/api/v1/samples", "{\"code\":\"a\",\"name\":\"A\"}")
                        .status())
                .isEqualTo(409);
    }
}
