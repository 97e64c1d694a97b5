package io.cairn.reporting.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.json.CairnJson;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.ActorId;
import io.cairn.language.Cadence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Slug;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.Event;
import io.cairn.language.event.TenantEvent.BenchmarkJoined;
import io.cairn.language.event.TenantEvent.TenantClosed;
import io.cairn.language.event.TenantEvent.TenantRegistered;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.platform.identity.ApiKeys;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.ReportingService;
import io.cairn.reporting.Results;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A service that runs through two years, and publishes by its calendar; in between a company is erased. */
class BenchmarkYearsTest {
    private static final int COMPANIES = 14;
    private static final ModelRef EGDI = ModelRef.of("egdi", "2.0.0");
    private static final UnitCode GROUP = new UnitCode("group");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore", "platform", "reporting");
    private static final TestStore STORE = new TestStore(DATABASE);
    private static final JdbcClient OWNER = JdbcClient.create(DATABASE.superuser());
    private static final ShiftedClock CLOCK = new ShiftedClock(Instant.parse("2024-02-05T08:00:00Z"));

    /** Goes on as clocks do, at another time: what waits for the next look goes by it too. */
    private static final class ShiftedClock extends Clock {
        private final AtomicReference<Duration> shift;

        ShiftedClock(Instant now) {
            shift = new AtomicReference<>(Duration.between(Clock.systemUTC().instant(), now));
        }

        void advance(Duration by) {
            shift.updateAndGet(it -> it.plus(by));
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(shift.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final List<TenantId> TENANTS = new ArrayList<>();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void companies_and_a_service_with_a_calendar() {
        for (var i = 0; i < COMPANIES; i++) {
            var slug = new Slug("company-" + i);
            var tenant = TenantId.of(slug);
            TENANTS.add(tenant);
            var settings = new TenantSettings(
                    FiscalCalendar.parse("01-01"),
                    Cadence.QUARTERLY,
                    TransitionPolicy.AUTOMATIC,
                    new TenantSettings.CompanyProfile("retail", null, null));
            record(
                    StreamId.tenant(tenant),
                    0,
                    tenant,
                    new TenantRegistered(slug, "A company", settings),
                    new BenchmarkJoined());
            record(StreamId.unit(tenant, GROUP), 0, tenant, new UnitAdded(GROUP, "Group", null));
            finalizes(tenant, "2023", 0.1 + 0.05 * i);
        }
        service = new SpringApplicationBuilder(ReportingService.class)
                .initializers(it -> ((GenericApplicationContext) it).registerBean("clock", Clock.class, () -> CLOCK))
                .run(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--cairn.database.url=" + DATABASE.url(),
                        "--cairn.database.app.password=app",
                        "--cairn.database.projector.password=projector",
                        "--cairn.proof.every-events=1",
                        "--cairn.benchmarks.cadence=yearly");
    }

    @AfterAll
    static void the_service_ends() {
        service.close();
    }

    private static void record(StreamId stream, long version, TenantId tenant, Event... events) {
        var origin = new Origin(new ActorId("key:one"), Channel.API, new UUID(1, 2), null);
        var all = new ArrayList<NewEvent>();
        for (var event : events) all.add(new NewEvent(stream, version + all.size(), UUID.randomUUID(), event, origin));
        STORE.appender().append(all);
    }

    private static void finalizes(TenantId tenant, String year, double score) {
        var period = Period.parse(year);
        record(
                StreamId.assessment(tenant, GROUP, EGDI.key(), period),
                0,
                tenant,
                new AssessmentOpened(GROUP, EGDI, period),
                new AssessmentSubmitted(),
                new AssessmentFinalized(
                        GROUP, EGDI, period, Results.atStage(Results.ref(score < 0.37 ? 1 : 3), score)));
    }

    private static HttpResponse<String> get(TenantId tenant, String path) {
        var key = service.getBean(ApiKeys.class).create(tenant, "test", Role.VIEWER, null);
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/benchmarks/egdi/" + path))
                            .header("Authorization", "Bearer " + key.key())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String path) {
        var reply = get(TENANTS.getFirst(), path);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return CairnJson.mapper().readTree(reply.body());
    }

    private static void published(String... periods) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            var told = new ArrayList<String>();
            for (var release : json("releases").at("/items"))
                if (release.at("/version").asString().equals(EGDI.version().toString()))
                    told.add(release.at("/period").asString());
            assertThat(told).containsExactly(periods);
        });
    }

    private static long count(String sql, Object... parameters) {
        return OWNER.sql(sql).params(parameters).query(Long.class).single();
    }

    @Test
    void the_calendar_publishes_year_by_year_and_an_erased_company_is_in_no_later_release_and_given_away_by_none() {
        published("2023");
        var told = get(TENANTS.getFirst(), "2023").body();
        assertThat(CairnJson.mapper().readTree(told).at("/companies").asInt()).isEqualTo(COMPANIES);
        var frozen = OWNER.sql("select c::text from reporting.benchmark_cell c order by 1")
                .query(String.class)
                .list();

        var leaving = TENANTS.getLast();
        var number = OWNER.sql("select company from reporting.benchmark_number where tenant_id = ?")
                .params(leaving.value())
                .query(UUID.class)
                .single();
        record(StreamId.tenant(leaving), 2, leaving, new TenantClosed(FreeText.of("sold")));
        OWNER.sql("update eventstore.erasure_rule set grace = interval '0 days'")
                .update();
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> service.getBean(Closings.class).erase(leaving.value()));

        assertThat(get(TENANTS.getFirst(), "2023").body()).as("to the byte").isEqualTo(told);
        assertThat(OWNER.sql("select c::text from reporting.benchmark_cell c order by 1")
                        .query(String.class)
                        .list())
                .isEqualTo(frozen);
        for (var table : List.of("benchmark_company", "benchmark_number", "benchmark_own"))
            assertThat(count("select count(*) from reporting." + table + " where tenant_id = ?", leaving.value()))
                    .as(table)
                    .isZero();
        assertThat(count("select count(*) from reporting.benchmark_member where company = ?", number))
                .as(
                        "that somebody was counted stays, for later releases to be held against; whose number it was is gone")
                .isEqualTo(1);

        for (var i = 0; i < COMPANIES - 1; i++) finalizes(TENANTS.get(i), "2024", 0.12 + 0.05 * i);
        CLOCK.advance(Duration.ofDays(366));
        published("2024", "2023");
        assertThat(count("""
                        select count(*) from reporting.benchmark_member m
                        join reporting.benchmark_release r on r.id = m.release_id
                        where r.model_key = 'egdi' and r.model_version = '2.0.0' and r.period = '2024'
                        """)).isEqualTo(COMPANIES - 1);
        assertThat(count("select count(*) from reporting.benchmark_member where company = ?", number))
                .isEqualTo(1);
        var later = json("2024");
        assertThat(later.at("/rule").asString())
                .as("beside the first release it would tell of the one that is gone")
                .isEqualTo("isolates-few");
        assertThat(later.at("/companies").isNull()).isTrue();
        assertThat(later.at("/scores")).isEmpty();
        assertThat(get(TENANTS.getFirst(), "2023").body()).isEqualTo(told);
    }
}
