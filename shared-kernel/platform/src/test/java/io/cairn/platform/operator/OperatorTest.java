package io.cairn.platform.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.platform.identity.Role;
import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import io.cairn.platform.testing.Service;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class OperatorTest {
    private static final String PROJECTIONS = "/api/v1/operator/projections";
    private static final String LETTERS = "/api/v1/operator/dead-letters";

    private final TestDatabase database = TestDatabase.fresh("eventstore", "platform");
    private final Service service = Service.on(database);
    private final Client operator = service.outside().as(Service.OPERATOR_KEY);
    private final Client admin = service.client(Service.newTenant(), Role.ADMIN);

    @AfterEach
    void stop() {
        service.close();
        database.close();
    }

    @Test
    void views_are_shown_with_their_segments() {
        viewed(add("a"));
        var view = view();
        assertThat(view.path("name").asString()).isEqualTo("sample-v1");
        assertThat(view.path("position").asLong()).isEqualTo(1);
        assertThat(view.path("head").asLong()).isEqualTo(1);
        assertThat(view.path("deadLetters").asLong()).isZero();
        var segment = view.path("segments").path(0);
        assertThat(segment.path("firstSlot").asInt()).isZero();
        assertThat(segment.path("lastSlot").asInt()).isEqualTo(255);
        assertThat(segment.path("lag").asInt()).isZero();
        assertThat(segment.path("owner").asString()).hasSize(36);
    }

    @Test
    void events_set_aside_are_listed_page_by_page_without_what_they_say() {
        var last = "";
        for (var i = 0; i < 3; i++) {
            add("u" + i);
            last = rename("u" + i, "stuck");
        }
        viewed(last);
        var first = operator.get(LETTERS + "?projection=sample-v1&limit=2").json();
        assertThat(first.path("items").size()).isEqualTo(2);
        var letter = first.path("items").path(0);
        assertThat(letter.propertyNames())
                .containsExactlyInAnyOrder(
                        "projection",
                        "position",
                        "tenant",
                        "streamType",
                        "stream",
                        "name",
                        "error",
                        "parkedAt",
                        "attempts");
        assertThat(letter.path("error").asString()).isEqualTo("IllegalStateException: the view is stuck");
        var second = operator.get(LETTERS + "?projection=sample-v1&limit=2&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isMissingNode() || second.path("next").isNull())
                .isTrue();
    }

    @Test
    void a_stream_is_replayed_until_it_fails_again() {
        add("a");
        viewed(rename("a", "stuck"));
        var letter = operator.get(LETTERS + "?projection=sample-v1")
                .json()
                .path("items")
                .path(0);
        var reply = replay("sample-v1", letter.path("stream").asString());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("taken").asInt()).isZero();
        assertThat(reply.json().at("/stuckAt/attempts").asInt()).isEqualTo(2);
        new JdbcTemplate(database.superuser()).update("update platform.dead_letter set position = 1");
        assertThat(replay("sample-v1", letter.path("stream").asString())
                        .json()
                        .path("taken")
                        .asInt())
                .isEqualTo(1);
        assertThat(operator.get(LETTERS + "?projection=sample-v1")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void a_view_is_made_anew_and_tells_how_many_rows_were_different() {
        viewed(add("a"));
        new JdbcTemplate(database.superuser()).execute("""
                        create table platform.sample_name (id int primary key, name text);
                        grant select, insert, update, delete on platform.sample_name to projector;
                        insert into platform.sample_name values (1, 'from nowhere')
                        """);
        var asked = operator.post(PROJECTIONS + "/sample-v1/rebuild", "");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        JsonNode rebuild;
        do rebuild = view().path("rebuild");
        while (!rebuild.path("finishedAt").isString());
        assertThat(rebuild.path("different").asInt()).isEqualTo(1);
        assertThat(rebuild.path("position").asInt()).isEqualTo(1);
        assertThat(new JdbcTemplate(database.superuser()).queryForList("select * from platform.sample_name"))
                .isEmpty();
    }

    @Test
    void what_is_not_there_is_said_as_a_problem() {
        assertThat(operator.post(PROJECTIONS + "/unknown/rebuild", "").problem())
                .isEqualTo("not-found");
        assertThat(operator.get(LETTERS + "?projection=unknown").pointers()).containsExactly("?projection");
        assertThat(operator.get(LETTERS).status()).isEqualTo(400);
        assertThat(operator.get(LETTERS + "?projection=sample-v1&cursor=x").pointers())
                .containsExactly("?cursor");
        assertThat(operator.get(LETTERS + "?projection=sample-v1&limit=0").pointers())
                .containsExactly("?limit");
        var unknown = replay("unknown", "00000000-0000-0000-0000-000000000000");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.pointers()).containsExactly("/projection");
        assertThat(replay("sample-v1", "not-a-uuid").status()).isBetween(400, 422);
    }

    @Test
    void tenants_are_not_let_in() {
        for (var reply : new Reply[] {
            admin.get(PROJECTIONS),
            admin.post(PROJECTIONS + "/sample-v1/rebuild", ""),
            admin.get(LETTERS + "?projection=sample-v1"),
            admin.post(
                    LETTERS + "/replay",
                    "{\"projection\":\"sample-v1\",\"stream\":\"00000000-0000-0000-0000-000000000000\"}")
        }) assertThat(reply.status()).isEqualTo(403);
        assertThat(operator.as(null).get(PROJECTIONS).status()).isEqualTo(401);
    }

    private JsonNode view() {
        return operator.get(PROJECTIONS).json().path("items").path(0);
    }

    private Reply replay(String projection, String stream) {
        return operator.post(
                LETTERS + "/replay", "{\"projection\":\"%s\",\"stream\":\"%s\"}".formatted(projection, stream));
    }

    private String add(String code) {
        return admin.post("/api/v1/samples", "{\"code\":\"%s\",\"name\":\"A\"}".formatted(code))
                .header("X-Event-Position");
    }

    private String rename(String code, String name) {
        return admin.post(
                        "/api/v1/samples/" + code + "/name",
                        "{\"name\":\"%s\"}".formatted(name),
                        Map.of("If-Match", "*"))
                .header("X-Event-Position");
    }

    private void viewed(String position) {
        assertThat(admin.get("/api/v1/samples/viewed?min-position=" + position).status())
                .isEqualTo(200);
    }
}
