package io.cairn.assessment.tenant;

import static io.cairn.assessment.testing.RunningService.DATABASE;
import static io.cairn.assessment.testing.RunningService.anonymous;
import static io.cairn.assessment.testing.RunningService.operator;
import static io.cairn.assessment.testing.RunningService.slug;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.testing.TenantTables;
import io.cairn.platform.testing.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who decides forgets a closed tenant too, when the database erases it. */
class ErasedTenantHttpTest {
    private static final JdbcClient OWNER = JdbcClient.create(DATABASE.superuser());

    private final String leaving = slug();
    private final String staying = slug();
    private UUID gone;
    private UUID here;
    private Client admin;

    @BeforeEach
    void two_busy_tenants() {
        gone = busy(leaving);
        here = busy(staying);
    }

    @AfterEach
    void grace_as_ever() {
        grace("30 days");
    }

    private static void grace(String interval) {
        OWNER.sql("update eventstore.erasure_rule set grace = cast(:grace as interval)")
                .param("grace", interval)
                .update();
    }

    private UUID busy(String slug) {
        var registered = operator().post("/tenants", "{\"slug\": \"%s\", \"name\": \"Acme\"}".formatted(slug));
        admin = anonymous().as(registered.json().path("adminKey").asString());
        admin.post("/units", "{\"code\": \"a\", \"name\": \"A\"}");
        var opened = admin.post("/assessments", """
                {"unit": "a", "model": {"key": "egdi", "version": "2.0.0"}, "period": "2024"}""");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var id = UUID.fromString(registered.json().path("id").asString());
        OWNER.sql("""
                        insert into platform.person (tenant_id, actor, name, language, roles, version, changed_at)
                        values (:tenant, 'user:ann', 'Ann', 'en', '{}', 0, now())
                        """).param("tenant", id).update();
        OWNER.sql("""
                        insert into assessment.lane (tenant, channel, address, due_at, since)
                        values (:tenant, 'mail', '', now() + interval '1 day', now())
                        """).param("tenant", id).update();
        return id;
    }

    @Test
    void of_an_erased_tenant_nothing_is_left_and_its_slug_is_not_given_away() {
        var closed = operator()
                .send(
                        "POST",
                        "/tenants/" + leaving + "/closing",
                        BodyPublishers.ofString("{}"),
                        Map.of("If-Match", "\"v0\""));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
        assertThat(rows(gone))
                .containsKeys("eventstore.event", "platform.api_key", "platform.person", "assessment.lane");
        var before = stable(here);
        grace("0 days");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::erased);

        assertThat(rows(gone)).isEmpty();
        assertThat(stable(here)).isEqualTo(before);
        assertThat(admin.get("/units").status()).isEqualTo(200);
        assertThat(admin.post("/units", "{\"code\": \"b\", \"name\": \"B\"}").status())
                .isEqualTo(201);
        var again = operator().post("/tenants", "{\"slug\": \"%s\", \"name\": \"Acme\"}".formatted(leaving));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("already-exists");
    }

    /** Not while a view or policy has not come to its last event. */
    private boolean erased() {
        try {
            JdbcClient.create(DATABASE.projector())
                    .sql("select eventstore.erase_tenant(:tenant)")
                    .param("tenant", gone)
                    .query(String.class)
                    .single();
            return true;
        } catch (DataAccessException e) {
            assertThat(e).hasStackTraceContaining("still works on events of the tenant");
            return false;
        }
    }

    /** Without the security log, which is written a few seconds after what it tells of. */
    private static Map<String, Long> stable(UUID tenant) {
        var rows = rows(tenant);
        rows.remove("platform.access");
        return rows;
    }

    private static Map<String, Long> rows(UUID tenant) {
        var tables = new ArrayList<>(TenantTables.all(DATABASE.superuser()));
        var rows = new TreeMap<String, Long>();
        for (var table : tables) count(rows, table, "tenant_id", tenant);
        count(rows, "assessment.lane", "tenant", tenant);
        return rows;
    }

    private static void count(Map<String, Long> rows, String table, String column, UUID tenant) {
        long count = OWNER.sql("select count(*) from " + table + " where " + column + " = :tenant")
                .param("tenant", tenant)
                .query(Long.class)
                .single();
        if (count > 0) rows.put(table, count);
    }
}
