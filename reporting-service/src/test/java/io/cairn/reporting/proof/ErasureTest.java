package io.cairn.reporting.proof;

import static io.cairn.reporting.proof.ProofsHttpTest.bundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.cairn.eventstore.Transactions;
import io.cairn.eventstore.projection.Projections;
import io.cairn.eventstore.testing.TenantTables;
import io.cairn.language.FreeText;
import io.cairn.language.StreamId;
import io.cairn.language.event.TenantEvent.TenantClosed;
import io.cairn.platform.identity.ClosedTenants;
import io.cairn.platform.identity.Role;
import io.cairn.proof.Head;
import io.cairn.proof.PublicKey;
import io.cairn.proof.Statement;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import io.cairn.reporting.audit.AnswerChangesView;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.verifier.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two companies that took turns; one is closed and its time comes. */
class ErasureTest {
    private static final JdbcClient OWNER = JdbcClient.create(RunningReports.DATABASE.superuser());
    private static final List<String> VIEWS = List.of(KnownView.NAME, StagePointsView.NAME, AnswerChangesView.NAME);

    private Company leaving;
    private Company staying;

    @BeforeEach
    void two_companies() {
        leaving = Company.automatic();
        staying = Company.automatic();
        for (var company : List.of(leaving, staying, leaving, staying)) {
            var unit = "unit-" + company.position();
            company.unit(unit).finalizes(unit, "2023", 2).reopens(unit, "2023").finalizes(unit, "2023", 3);
            company.key(Role.AUDITOR);
            OWNER.sql("""
                            insert into platform.person (tenant_id, actor, name, language, roles, version, changed_at)
                            values (:tenant, :actor, 'Ann', 'en', '{}', 0, now())
                            """)
                    .param("tenant", company.tenant().value())
                    .param("actor", "user:" + unit)
                    .update();
        }
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

    private void close() {
        leaving.record(StreamId.tenant(leaving.tenant()), new TenantClosed(FreeText.of("sold")));
        assertThat(RunningReports.projections().await(VIEWS, leaving.position(), Duration.ofSeconds(20)))
                .isTrue();
        leaving.ok("/api/v1/audit/checkpoints");
    }

    private static boolean erase(Company company) {
        return RunningReports.bean(Closings.class).erase(company.tenant().value());
    }

    @Test
    void a_tenant_that_is_not_closed_is_not_erased() {
        grace("0 days");
        staying.ok("/api/v1/audit/checkpoints");
        assertThat(catchException(() -> erase(staying))).hasStackTraceContaining("not closed");
        assertThat(rows(staying).get("eventstore.event")).isPositive();
        assertThat(certificate(staying).status()).isEqualTo(404);
    }

    @Test
    void nor_is_one_whose_grace_is_not_over() {
        close();
        assertThat(catchException(() -> erase(leaving))).hasStackTraceContaining("not for long enough");
        RunningReports.bean(Closings.class).eraseThoseDue();
        assertThat(rows(leaving).get("eventstore.event")).isPositive();
    }

    @Test
    void nor_one_of_whose_events_a_view_is_being_rebuilt() throws Exception {
        close();
        grace("0 days");
        try (var rebuilding = RunningReports.DATABASE.projector().getConnection();
                var statement = rebuilding.createStatement()) {
            statement.execute(
                    "select pg_advisory_lock(hashtext('cairn.rebuild'), hashtext('reporting." + KnownView.NAME + "'))");
            assertThat(catchException(() -> erase(leaving))).hasStackTraceContaining("still works on events");
            statement.execute("select pg_advisory_unlock_all()");
        }
        assertThat(erase(leaving)).isTrue();
    }

    @Test
    void nothing_of_an_erased_tenant_is_left_and_everything_of_the_other(@TempDir Path folder) throws Exception {
        close();
        assertThat(rows(leaving)).containsKeys("platform.person", "platform.api_key", "eventstore.event_text");
        var before = stable(staying);
        var kept = bundle(staying, folder);
        var events = rows(leaving).get("eventstore.event");
        grace("0 days");
        assertThat(erase(leaving)).isTrue();

        assertThat(rows(leaving)).isEmpty();
        assertThat(stable(staying)).isEqualTo(before);
        var report = Verifier.verify(bundle(staying, folder), List.of(), List.of(), kept);
        assertThat(report.findings()).isEmpty();
        assertThat(report.events()).isEqualTo(before.get("eventstore.event"));

        for (var view : VIEWS) {
            var rebuild = RunningReports.projections().rebuild(view).get(20, TimeUnit.SECONDS);
            assertThat(rebuild.different()).as(view + " " + rebuild.failure()).isZero();
        }
        staying.unit("later").finalizes("later", "2024", 4);
        assertThat(staying.ok("/api/v1/reports/timeline?unit=later&model=egdi").at("/points"))
                .hasSize(1);
        assertThat(Verifier.verify(bundle(staying, folder), List.of(), List.of(), kept)
                        .findings())
                .isEmpty();

        var told = Statement.read(certificate(leaving).text());
        assertThat(told.signedBy(Closings.KIND, keys())).isTrue();
        assertThat(told.statement().get("tenant")).isEqualTo(leaving.tenant().toString());
        assertThat(told.statement().get("treeSize")).hasToString(events.toString());
        assertThat(((Map<?, ?>) told.statement().get("deleted")).get("eventstore.event"))
                .hasToString(events.toString());
        var head = Head.read((String) told.statement().get("head"));
        assertThat(head.signedBy(keys())).isTrue();
        assertThat(head.root().base64()).isEqualTo(told.statement().get("treeRoot"));
        assertThat(erase(leaving)).as("a second time there is nothing to do").isFalse();
    }

    @Test
    void a_node_that_starts_behind_the_gap_goes_on(@TempDir Path folder) throws IOException {
        close();
        grace("0 days");
        assertThat(erase(leaving)).isTrue();
        try (var another = RunningReports.another()) {
            assertThat(another.getBean(ClosedTenants.class).contains(leaving.tenant()))
                    .as("nobody is let in for it ever again")
                    .isTrue();
            staying.unit("later").finalizes("later", "2024", 4);
            assertThat(another.getBean(Projections.class).await(VIEWS, staying.position(), Duration.ofSeconds(20)))
                    .isTrue();
        }
        assertThat(Verifier.verify(bundle(staying, folder), List.of(), List.of(), null)
                        .findings())
                .isEmpty();
    }

    @Test
    void who_may_not_delete_events_cannot_by_saying_that_it_erases() {
        close();
        for (var sql : List.of(
                "delete from eventstore.event",
                "delete from eventstore.event_text",
                "delete from reporting.checkpoint"))
            for (var role : List.of(
                    RunningReports.DATABASE.app(),
                    RunningReports.DATABASE.projector(),
                    RunningReports.DATABASE.appender()))
                assertThat(catchException(() -> Transactions.run(role, connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute(
                                        "select set_config('cairn.erasing', '" + leaving.tenant() + "', true)");
                                return statement.executeUpdate(sql);
                            }
                        })))
                        .hasStackTraceContaining("permission denied");
        assertThat(catchException(() -> Transactions.run(RunningReports.DATABASE.migrator(), connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("select set_config('cairn.erasing', '" + leaving.tenant() + "', true)");
                        return statement.executeUpdate("delete from eventstore.event");
                    }
                })))
                .as("not even the owner, while the grace is not over")
                .hasStackTraceContaining("append-only");
    }

    private static RunningReports.Reply certificate(Company company) {
        return RunningReports.get(
                RunningReports.OPERATOR,
                "/api/v1/operator/tenants/" + company.tenant() + "/erasure",
                "application/json");
    }

    private static List<PublicKey> keys() {
        return OWNER.sql("select public_key from reporting.proof_key").query(String.class).list().stream()
                .map(PublicKey::read)
                .toList();
    }

    /** Without the security log, which is written a few seconds after what it tells of. */
    private static Map<String, Long> stable(Company company) {
        var rows = rows(company);
        rows.remove("platform.access");
        return rows;
    }

    /** Tables that have rows of the company, as the catalogue knows them, and how many. */
    private static Map<String, Long> rows(Company company) {
        var rows = new TreeMap<String, Long>();
        for (var table : TenantTables.all(RunningReports.DATABASE.superuser())) {
            long count = OWNER.sql("select count(*) from " + table + " where tenant_id = :tenant")
                    .param("tenant", company.tenant().value())
                    .query(Long.class)
                    .single();
            if (count > 0) rows.put(table, count);
        }
        return rows;
    }
}
