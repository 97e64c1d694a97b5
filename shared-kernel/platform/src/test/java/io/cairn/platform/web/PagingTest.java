package io.cairn.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Service;
import java.net.URLEncoder;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private final Client admin = Service.admin();

    private String cursor() {
        return admin.get("/api/v1/samples?limit=2").json().path("next").asString();
    }

    @Test
    void a_list_is_read_to_its_end_page_by_page() {
        var seen = new ArrayList<String>();
        var path = "/api/v1/samples?limit=2";
        for (var pages = 0; !path.isEmpty() && pages < 9; pages++) {
            var page = admin.get(path);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            page.json().path("items").forEach(item -> seen.add(item.asString()));
            path = page.header("Link").replaceAll("^<(.*)>; rel=\"next\"$", "$1");
            if (path.isEmpty()) assertThat(page.json().path("next").isNull()).isTrue();
            else assertThat(path).startsWith("/api/v1/samples?limit=2&cursor=");
        }
        assertThat(seen).containsExactly("0", "1", "2", "3", "4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "\0", "🙂", "=", ""})
    void a_forged_cursor_is_a_400(String cursor) {
        var reply = admin.get("/api/v1/samples?cursor=" + URLEncoder.encode(cursor, UTF_8));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.pointers()).containsExactly("?cursor");
    }

    @Test
    void a_changed_cursor_is_a_400() {
        var cursor = cursor();
        var changed = (cursor.startsWith("A") ? "Q" : "A") + cursor.substring(1);
        assertThat(admin.get("/api/v1/samples?cursor=" + changed).status()).isEqualTo(400);
    }

    @Test
    void another_tenants_cursor_is_a_400() {
        assertThat(admin.get("/api/v1/samples?cursor=" + cursor()).status()).isEqualTo(200);
        assertThat(Service.admin().get("/api/v1/samples?cursor=" + cursor()).status())
                .isEqualTo(400);
    }

    @Test
    void another_lists_cursor_is_a_400() {
        assertThat(admin.get("/api/v1/samples/others?cursor=" + cursor()).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "x"})
    void a_limit_out_of_bounds_is_a_400(String limit) {
        var reply = admin.get("/api/v1/samples?limit=" + limit);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.pointers()).containsExactly("?limit");
    }
}
