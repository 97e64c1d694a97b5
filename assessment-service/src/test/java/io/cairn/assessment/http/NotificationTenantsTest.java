package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.testing.TenantTables;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two companies that are told the same things, seen in plain SQL as the role app. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationTenantsTest {
    private MovingService service;
    private Client one;
    private Client other;

    @BeforeAll
    void two_companies() {
        service = new MovingService(
                Instant.parse("2026-11-22T08:00:00Z"),
                "--cairn.webhooks.allow-http=true",
                "--cairn.webhooks.allow-private=true",
                "--cairn.mail.host=127.0.0.1",
                "--cairn.mail.from=noreply@example.com");
        one = company("one");
        other = company("other");
        service.settle();
        for (var client : List.of(one, other)) {
            var reviewer = client.as("reviewer");
            var told = reviewer.get("/notifications").expect(200).text("/items/0/id");
            reviewer.post("/notifications/" + told + "/read", Map.of()).expect(204);
            reviewer.put("/notifications/read-until", Map.of("notification", told))
                    .expect(204);
        }
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private Client company(String slug) {
        var admin = service.tenant(slug, "01-01");
        admin.put(
                        "/directory/user:ann",
                        Map.of("name", "Ann", "email", slug + "@example.com", "roles", List.of("reviewer")))
                .expect(200);
        admin.put(
                        "/notifications/preferences",
                        Map.of("kinds", Map.of("assessment.due", Map.of("feed", false, "email", false))))
                .expect(200);
        admin.post("/webhooks", Map.of("url", "http://localhost:9/")).expect(201);
        AssessmentStory.open(admin).answered(0.5).submitted();
        return admin;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "platform.person",
                "platform.preference",
                "assessment.notice",
                "assessment.notice_to",
                "assessment.notice_read",
                "assessment.read_until",
                "assessment.webhook",
                "assessment.webhook_delivery",
                "assessment.mail"
            })
    void each_sees_its_own_rows_and_without_a_tenant_there_are_none(String table) throws SQLException {
        var all = JdbcClient.create(service.database().superuser());
        assertThat(all.sql("select count(distinct tenant_id) from " + table)
                        .query(Long.class)
                        .single())
                .as("both have rows")
                .isEqualTo(2);
        assertThat(JdbcClient.create(service.database().app())
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .isZero();
        var tenant = one.get("/tenant").expect(200).text("/id");
        try (var connection = service.database().app().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select set_config('app.tenant', '" + tenant + "', true)");
                try (var rows = statement.executeQuery(
                        "select count(*), count(*) filter (where tenant_id <> '" + tenant + "') from " + table)) {
                    rows.next();
                    assertThat(rows.getLong(1)).isPositive();
                    assertThat(rows.getLong(2)).isZero();
                }
            }
            connection.rollback();
        }
    }

    @Test
    void every_table_with_a_tenant_has_row_level_security_forced() {
        assertThat(TenantTables.all(service.database().superuser())).contains("assessment.mail", "platform.person");
        assertThat(TenantTables.unguarded(service.database().superuser())).isEmpty();
    }

    @Test
    void what_was_told_to_the_other_is_as_unknown_as_what_never_was() {
        var foreign = other.as("reviewer").get("/notifications").expect(200).text("/items/0/id");
        var reviewer = one.as("reviewer");
        reviewer.post("/notifications/" + foreign + "/read", Map.of()).expectProblem(404, "not-found");
        reviewer.post("/notifications/00000000-0000-4000-8000-000000000000/read", Map.of())
                .expectProblem(404, "not-found");
        reviewer.put("/notifications/read-until", Map.of("notification", foreign))
                .expectProblem(422, "invalid-value", "/notification");
        one.post("/notifications/mails/" + foreign + "/resending?actor=user:ann", Map.of())
                .expectProblem(404, "not-found");
    }
}
