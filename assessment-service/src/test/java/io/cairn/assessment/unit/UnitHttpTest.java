package io.cairn.assessment.unit;

import static io.cairn.assessment.testing.RunningService.newTenant;
import static io.cairn.assessment.testing.RunningService.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class UnitHttpTest {
    private final Client admin = newTenant();

    private static Reply add(Client client, String code, String parent) {
        var reply = client.post(
                "/units",
                "{\"code\": \"%s\", \"name\": \"Unit %s\"%s}"
                        .formatted(code, code, parent.isEmpty() ? "" : ", \"parent\": \"" + parent + "\""));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply;
    }

    private static Reply patch(Client client, String code, String json, Map<String, String> headers) {
        return client.send("PATCH", "/units/" + code, BodyPublishers.ofString(json), headers);
    }

    private static Reply patch(Client client, String code, String json) {
        return patch(client, code, json, Map.of());
    }

    @Test
    void a_unit_is_added_shown_and_listed() {
        add(admin, "group", "");
        var added = add(admin, "brand-a", "group");
        assertThat(added.header("Location")).endsWith("/units/brand-a");
        var shown = admin.get("/units/brand-a");
        assertThat(shown.header("ETag")).isEqualTo(added.header("ETag")).isEqualTo("\"v0\"");
        assertThat(shown.json().path("parent").asString()).isEqualTo("group");
        var listed = settled(admin, "/units?min-position=" + added.header("X-Event-Position"));
        assertThat(listed.json()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("code").asString()))
                .containsExactly("brand-a", "group");
    }

    @Test
    void a_code_is_given_once() {
        add(admin, "a", "");
        var again = admin.post("/units", "{\"code\": \"a\", \"name\": \"Other\"}");
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void an_unknown_parent_is_refused_where_it_stands() {
        var refused = admin.post("/units", "{\"code\": \"a\", \"name\": \"A\", \"parent\": \"nobody\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/parent");
        add(admin, "a", "");
        assertThat(patch(admin, "a", "{\"parent\": \"nobody\"}").pointers()).containsExactly("/parent");
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        var position = "";
        for (var i = 0; i < 7; i++) position = add(admin, "u" + i, "").header("X-Event-Position");
        var seen = new ArrayList<String>();
        var path = "/units?limit=3&min-position=" + position;
        while (!path.isEmpty()) {
            var page = settled(admin, path).json();
            page.path("items").forEach(it -> seen.add(it.path("code").asString()));
            var next = page.path("next").asString("");
            path = next.isEmpty() ? "" : "/units?limit=3&cursor=" + next;
        }
        assertThat(seen).containsExactly("u0", "u1", "u2", "u3", "u4", "u5", "u6");
    }

    @Test
    void what_is_left_out_of_a_patch_stays_and_null_moves_to_the_top() {
        add(admin, "group", "");
        add(admin, "a", "group");
        var renamed = patch(admin, "a", "{\"name\": \"New\"}");
        assertThat(renamed.json().path("name").asString()).isEqualTo("New");
        assertThat(renamed.json().path("parent").asString()).isEqualTo("group");
        var moved = patch(admin, "a", "{\"parent\": null}");
        assertThat(moved.json().path("parent").asString("")).isEmpty();
        assertThat(moved.header("ETag")).isEqualTo("\"v2\"");
    }

    @Test
    void a_unit_is_not_placed_below_itself() {
        add(admin, "a", "");
        add(admin, "b", "a");
        add(admin, "c", "b");
        for (var below : List.of("a", "b", "c")) {
            var refused = patch(admin, "a", "{\"parent\": \"%s\"}".formatted(below));
            assertThat(refused.problem()).isEqualTo("unit-below-itself");
            assertThat(refused.pointers()).containsExactly("/parent");
        }
        assertThat(patch(admin, "c", "{\"parent\": \"a\"}").status()).isEqualTo(200);
    }

    @Test
    void two_moves_at_once_do_not_make_a_loop() throws Exception {
        for (var round = 0; round < 5; round++) {
            String a = "a" + round, b = "b" + round;
            add(admin, a, "");
            add(admin, b, "");
            try (var both = Executors.newFixedThreadPool(2)) {
                var one = both.submit(() -> patch(admin, a, "{\"parent\": \"%s\"}".formatted(b)));
                var other = both.submit(() -> patch(admin, b, "{\"parent\": \"%s\"}".formatted(a)));
                assertThat(List.of(one.get().status(), other.get().status())).containsExactlyInAnyOrder(200, 422);
            }
        }
    }

    @Test
    void a_retired_unit_is_kept_and_changes_no_more() {
        add(admin, "a", "");
        var retired = patch(admin, "a", "{\"retired\": {\"lastDay\": \"2020-12-31\", \"reason\": \"sold\"}}");
        assertThat(retired.json().path("retired").path("lastDay").asString()).isEqualTo("2020-12-31");
        assertThat(patch(admin, "a", "{\"name\": \"B\"}").status()).isEqualTo(409);
        assertThat(admin.post("/units", "{\"code\": \"b\", \"name\": \"B\", \"parent\": \"a\"}")
                        .problem())
                .isEqualTo("unit-is-retired");
    }

    @Test
    void a_retirement_is_put_off_and_not_taken_back() {
        add(admin, "a", "");
        assertThat(patch(admin, "a", "{\"retired\": null}").status()).isEqualTo(200);
        patch(admin, "a", "{\"retired\": {\"lastDay\": \"2998-12-31\"}}");
        var refused = patch(admin, "a", "{\"name\": \"B\", \"retired\": null}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-value");
        assertThat(refused.pointers()).containsExactly("/retired");
        assertThat(admin.get("/units/a").json().path("name").asString()).isEqualTo("Unit a");
        var later = patch(admin, "a", "{\"retired\": {\"lastDay\": \"2999-06-30\"}}");
        assertThat(later.json().path("retired").path("lastDay").asString()).isEqualTo("2999-06-30");
    }

    @Test
    void a_stale_change_is_refused() {
        add(admin, "a", "");
        patch(admin, "a", "{\"name\": \"B\"}");
        assertThat(patch(admin, "a", "{\"name\": \"C\"}", Map.of("If-Match", "\"v0\""))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void two_tenants_with_the_same_codes_never_meet() {
        var other = newTenant();
        add(admin, "a", "");
        var position = add(other, "a", "").header("X-Event-Position");
        patch(other, "a", "{\"name\": \"theirs\"}");
        assertThat(admin.get("/units/a").json().path("name").asString()).isEqualTo("Unit a");
        add(admin, "only-mine", "");
        var foreign = other.get("/units/only-mine");
        var unknown = other.get("/units/only-mine2");
        assertThat(foreign.status()).isEqualTo(unknown.status()).isEqualTo(404);
        assertThat(patch(other, "only-mine", "{\"name\": \"X\"}").status()).isEqualTo(404);
        assertThat(other.post("/units", "{\"code\": \"b\", \"name\": \"B\", \"parent\": \"only-mine\"}")
                        .status())
                .isEqualTo(422);
        assertThat(settled(other, "/units?min-position=" + position)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }
}
