package io.cairn.reporting.benchmark;

import static io.cairn.reporting.Company.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.Cadence;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AssessmentReopened;
import io.cairn.maturity.ShippedModels;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.Results;
import io.cairn.reporting.RunningReports;
import io.cairn.reporting.RunningReports.Reply;
import io.cairn.reporting.export.Exported;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a model of its own, for releases of one are compared with each other for ever. */
class BenchmarkHttpTest {
    private static final ModelRef EGDI = ModelRef.of("egdi", "2.0.0");
    private static final ModelRef RUTTEN = ModelRef.of("rutten-dmm", "1.0.0");
    private static final ModelRef MEMM = ModelRef.of("memm", "1.0.0");
    private static final ModelRef ODM = ModelRef.of("odm-2023", "1.0.0");
    private static final ModelRef MARKETING = ModelRef.of("marketing-ops-5", "1.0.0");

    @Test
    void companies_that_joined_see_where_they_stand_among_each_other() throws IOException {
        var companies = companies(12, EGDI, "2023", "retail");
        company(EGDI, "2023", 0.99); // does not join
        assertThat(release(EGDI, "2023").status()).isEqualTo(201);

        var own = companies.get(3);
        var all = own.ok("/api/v1/benchmarks/egdi/2023").json();
        assertThat(all.at("/withheld").asBoolean()).isFalse();
        assertThat(all.at("/companies").asInt()).isEqualTo(12);
        assertThat(all.at("/scores/0/key").asString()).isEqualTo("overall");
        // scores are 0.1, 0.15 … 0.65
        assertThat(all.at("/scores/0/quartiles/lower").asDouble()).isEqualTo(0.24, offset(1e-9));
        assertThat(all.at("/scores/0/quartiles/median").asDouble()).isEqualTo(0.38, offset(0.011));
        assertThat(all.at("/scores/0/quartiles/upper").asDouble()).isEqualTo(0.51, offset(1e-9));
        assertThat(all.at("/scores/0/own/score").asDouble()).isEqualTo(0.25, offset(1e-9));
        assertThat(all.at("/scores/0/own/percentile").asDouble()).isEqualTo(100 * 3 / 11.0, offset(1e-9));
        assertThat(texts(all.at("/stages/bands"), "/companies")).containsExactly("6", "6");
        assertThat(all.at("/ownStage/ordinal").asInt()).isEqualTo(1);

        var retail =
                own.ok("/api/v1/benchmarks/egdi/2023?group=industry:retail").json();
        assertThat(retail.at("/companies").asInt()).isEqualTo(12);
        assertThat(all.toString()).doesNotContain(companies.get(4).tenant().toString());
        var releases = own.ok("/api/v1/benchmarks/egdi/releases");
        assertThat(texts(releases.at("/items"), "/period")).containsExactly("2023");
        assertThat(releases.at("/next").isNull()).isTrue();
        var file = Exported.sameInEveryFormat(own, "benchmark?model=egdi&period=2023");
        assertThat(file).extracting(it -> it.get("part")).startsWith("group", "score");
        assertThat(file.get(1))
                .containsEntry("key", "overall")
                .containsEntry(
                        "lowerQuartile", all.at("/scores/0/quartiles/lower").asString())
                .containsEntry("own", all.at("/scores/0/own/score").asString());
        assertThat(file.stream().filter(it -> "stages".equals(it.get("part"))).map(it -> it.get("companies")))
                .containsExactly("6", "6");
    }

    @Test
    void a_release_is_frozen_whatever_happens_later() throws Exception {
        var companies = companies(12, RUTTEN, "2023", "retail");
        var first = release(RUTTEN, "2023");
        assertThat(first.status()).isEqualTo(201);
        var own = companies.get(11);
        var told = own.ok("/api/v1/benchmarks/rutten-dmm/2023").text();

        companies.get(0).leavesBenchmark();
        var corrected = companies.get(1);
        corrected.record(assessment(corrected, RUTTEN, "2023"), new AssessmentReopened(FreeText.of("a mistake")));
        corrected.finalizes("group", "2023", RUTTEN, Results.atStage(Results.ref(4), 0.9));
        var again = release(RUTTEN, "2023");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        RunningReports.projections().rebuild(BenchmarkCompaniesView.NAME).get(20, TimeUnit.SECONDS);
        assertThat(own.ok("/api/v1/benchmarks/rutten-dmm/2023").text()).isEqualTo(told);

        for (var table : List.of("benchmark_release", "benchmark_cell", "benchmark_member"))
            for (var sql : List.of("delete from reporting.%s", "truncate reporting.%s cascade"))
                assertThatThrownBy(() -> JdbcClient.create(RunningReports.DATABASE.superuser())
                                .sql(sql.formatted(table))
                                .update())
                        .as("%s", table)
                        .hasStackTraceContaining("never changes");
    }

    @Test
    void whoever_left_counts_no_more_from_the_next_release_on_and_one_who_left_is_not_given_away() throws IOException {
        var companies = companies(12, MEMM, "2023", "retail");
        release(MEMM, "2023");
        for (var company : companies) company.finalizes("group", "2024", MEMM, result(company));
        companies.get(5).leavesBenchmark();
        release(MEMM, "2024");

        var own = companies.getFirst();
        var trend = own.ok("/api/v1/benchmarks/memm/trend").json();
        assertThat(texts(trend.at("/items"), "/period")).containsExactly("2023", "2024");
        assertThat(trend.at("/items/0/companies").asInt()).isEqualTo(12);
        assertThat(trend.at("/items/1/withheld").asBoolean()).isTrue();
        assertThat(trend.at("/items/1/rule").asString()).isEqualTo("isolates-few");
        assertThat(trend.at("/items/1/companies").isNull()).isTrue();
        assertThat(trend.at("/items/1/scores").size()).isZero();

        var file = Exported.sameInEveryFormat(own, "benchmark-trend?model=memm");
        assertThat(file.getFirst()).containsEntry("companies", "12").containsEntry("withheld", "false");
        var second = file.stream().filter(it -> "2024".equals(it.get("period"))).toList();
        assertThat(second).as("one row, and no figure in it but one's own").hasSize(1);
        assertThat(second.getFirst())
                .containsEntry("withheld", "true")
                .containsEntry("rule", "isolates-few")
                .containsOnlyKeys(
                        "part",
                        "model",
                        "modelVersion",
                        "period",
                        "releasedAt",
                        "group",
                        "withheld",
                        "rule",
                        "ownStage");
        var left = companies.get(5).get("/api/v1/benchmarks/memm/2023");
        assertThat(left.status()).isEqualTo(403);
        assertThat(left.at("/type").asString()).endsWith("/benchmark-not-joined");
    }

    @Test
    void a_group_of_few_is_told_as_one_of_none() throws IOException {
        var companies = companies(5, ODM, "2023", "banking");
        release(ODM, "2023");
        var own = companies.getFirst();
        var few = own.ok("/api/v1/benchmarks/odm-2023/2023?group=industry:banking")
                .text();
        var none = own.ok("/api/v1/benchmarks/odm-2023/2023?group=industry:wizards")
                .text();
        assertThat(few).contains("\"rule\":\"too-few\"").contains("\"companies\":null");
        assertThat(none.replace("wizards", "banking")).isEqualTo(few);
        for (var format : List.of("csv", "json")) {
            var path = "benchmark?model=odm-2023&period=2023&format=" + format + "&group=industry:";
            assertThat(new String(Exported.file(own, path + "wizards"), UTF_8).replace("wizards", "banking"))
                    .isEqualTo(new String(Exported.file(own, path + "banking"), UTF_8))
                    .contains("too-few");
        }
    }

    @Test
    void several_units_of_a_company_have_one_value_that_of_the_unit_nearest_to_the_top() {
        var companies = companies(11, MARKETING, "2023", "retail");
        var big = Company.automatic()
                .joinsBenchmark("retail", null, null)
                .unit("group")
                .unit("brand-a", "group")
                .unit("brand-b", "group");
        for (var brand : List.of("brand-a", "brand-b"))
            big.finalizes(brand, "2023", MARKETING, Results.atStage(Results.ref(4), 0.9));
        big.finalizes("group", "2023", MARKETING, Results.atStage(Results.ref(2), 0.333));
        var flat = Company.automatic()
                .joinsBenchmark("retail", null, null)
                .unit("x")
                .unit("y")
                .unit("z");
        flat.finalizes("x", "2023", MARKETING, Results.atStage(Results.ref(1), 0.11));
        flat.finalizes("y", "2023", MARKETING, Results.atStage(Results.ref(4), 0.88));
        flat.finalizes("z", "2023", MARKETING, Results.atStage(Results.ref(2), 0.222));
        release(MARKETING, "2023");
        var path = "/api/v1/benchmarks/marketing-ops-5/2023";
        assertThat(big.ok(path).at("/companies").asInt()).isEqualTo(companies.size() + 2);
        assertThat(big.ok(path).at("/scores/0/own/score").asDouble()).isEqualTo(0.333, offset(1e-9));
        assertThat(flat.ok(path).at("/scores/0/own/score").asDouble()).isEqualTo(0.222, offset(1e-9));
    }

    @Test
    void a_tenant_reads_its_own_part_of_a_release_and_never_who_else_is_in_it() {
        var model = ModelRef.of("rsg-reference-models", "1.0.0");
        var companies = companies(7, model, "2023", "retail");
        release(model, "2023");
        var own = companies.getFirst();
        var database = new TenantDatabase(RunningReports.DATABASE.app());
        List<String> readable = database.read(
                own.tenant(),
                jdbc -> jdbc.sql("select distinct tenant_id::text from reporting.benchmark_own")
                        .query(String.class)
                        .list());
        assertThat(readable).containsExactly(own.tenant().toString());
        for (var table : List.of("benchmark_member", "benchmark_number"))
            assertThatThrownBy(() -> database.read(
                            own.tenant(),
                            jdbc -> jdbc.sql("select count(*) from reporting." + table)
                                    .query(Long.class)
                                    .single()))
                    .hasStackTraceContaining("permission denied");
        for (var table : List.of("benchmark_release", "benchmark_cell", "benchmark_own"))
            assertThatThrownBy(() -> database.write(
                            own.tenant(),
                            jdbc -> jdbc.sql("delete from reporting." + table).update()))
                    .hasStackTraceContaining("permission denied");
    }

    @Test
    void an_operator_alone_releases_and_only_what_is_due_and_shipped() {
        var body = "{\"version\":\"1.0.0\",\"period\":\"2900\"}";
        var early = RunningReports.post(RunningReports.OPERATOR, "/api/v1/operator/benchmarks/egdi/releases", body);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.at("/type").asString()).endsWith("/release-not-due");
        assertThat(RunningReports.post(RunningReports.OPERATOR, "/api/v1/operator/benchmarks/our-own/releases", body)
                        .status())
                .isEqualTo(404);
        for (var wrong :
                List.of("{\"version\":\"9.9.9\",\"period\":\"2023\"}", "{\"version\":\"1\",\"period\":\"2023\"}"))
            assertThat(RunningReports.post(RunningReports.OPERATOR, "/api/v1/operator/benchmarks/egdi/releases", wrong)
                            .status())
                    .isEqualTo(422);
        var admin = Company.automatic().key(Role.ADMIN);
        assertThat(RunningReports.post(admin, "/api/v1/operator/benchmarks/egdi/releases", body)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoever_does_not_let_its_results_count_sees_nothing() throws IOException {
        var company = Company.automatic();
        for (var path : List.of("releases", "2023", "trend"))
            assertThat(company.get("/api/v1/benchmarks/egdi/" + path).status()).isEqualTo(403);
        for (var file : List.of("benchmark?period=2023&", "benchmark-trend?"))
            assertThat(Exported.get(company, Role.ADMIN, file + "model=egdi&format=csv")
                            .statusCode())
                    .isEqualTo(403);
        company.joinsBenchmark(null, null, null);
        assertThat(company.get("/api/v1/benchmarks/egdi/1999").status()).isEqualTo(404);
        assertThat(company.get("/api/v1/benchmarks/nobody-s/releases").status()).isEqualTo(404);
        assertThat(company.get("/api/v1/benchmarks/egdi/2023?group=size:large,region:eu")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_calendar_releases_the_last_period_that_is_due_and_once() {
        var model = ShippedModels.find(ModelRef.of("boufim-barka-2021", "1.0.0"))
                .orElseThrow()
                .model();
        var companies = companies(6, model.ref(), "2024", "retail");
        var releasing = RunningReports.bean(Releasing.class);
        // thirty days after the end of 2024 have passed on 31 January 2025, of the half-year before long since
        var before = LocalDate.parse("2025-01-30");
        for (var day : List.of(before, before.plusDays(1), before.plusDays(2)))
            ReleaseCalendar.look(releasing(day), List.of(model), Cadence.YEARLY, day);
        assertThat(releasing.isDue(Period.parse("2024"))).isTrue();
        assertThat(texts(
                        companies
                                .getFirst()
                                .ok("/api/v1/benchmarks/boufim-barka-2021/releases")
                                .at("/items"),
                        "/period"))
                .containsExactly("2024", "2023");
        assertThat(companies
                        .getFirst()
                        .ok("/api/v1/benchmarks/boufim-barka-2021/2024")
                        .at("/companies")
                        .asInt())
                .isEqualTo(6);
    }

    private static Releasing releasing(LocalDate day) {
        return new Releasing(
                RunningReports.DATABASE.projector(),
                RunningReports.projections(),
                RunningReports.bean(EventSource.class),
                Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC),
                Duration.ofDays(30));
    }

    private static Reply release(ModelRef model, String period) {
        var path = "/api/v1/operator/benchmarks/" + model.key() + "/releases";
        var body = "{\"version\":\"%s\",\"period\":\"%s\"}".formatted(model.version(), period);
        var reply = RunningReports.post(RunningReports.OPERATOR, path, body);
        assertThat(reply.status()).as(reply.text()).isLessThan(300);
        return reply;
    }

    /** Scores from 0.1 on in steps of 0.05, at the stages 1, 2, 3, 4 in turn of three each. */
    private static List<Company> companies(int count, ModelRef model, String period, @Nullable String industry) {
        var companies = new ArrayList<Company>();
        for (var i = 0; i < count; i++)
            companies.add(company(model, period, 0.1 + 0.05 * i).joinsBenchmark(industry, null, null));
        return companies;
    }

    private static Company company(ModelRef model, String period, double score) {
        return Company.automatic()
                .unit("group")
                .finalizes("group", period, model, Results.atStage(Results.ref(score < 0.37 ? 1 : 3), score));
    }

    private static io.cairn.language.Profile result(Company company) {
        var score = Math.floorMod(company.tenant().hashCode(), 83) / 100.0;
        return Results.atStage(Results.ref(2), score);
    }

    private static StreamId assessment(Company company, ModelRef model, String period) {
        return StreamId.assessment(company.tenant(), new UnitCode("group"), model.key(), Period.parse(period));
    }
}
