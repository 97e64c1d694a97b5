package io.cairn.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.Event;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ExportsTest {
    private static final QuestionKey OSI = new QuestionKey("osi");
    private static final String EVIL = "=HYPERLINK(\"http://evil\";\"x\")";
    private static Company company;

    @BeforeAll
    static void a_company_with_a_past() {
        company = Company.confirming()
                .unit("group")
                .unit("brand-a", "group")
                .unit("brand-b", "group")
                .finalizes("brand-a", "2023", 2)
                .decides("brand-a", "2023")
                .taken(null, 2)
                .finalizes("brand-a", "2024", 4)
                .decides("brand-a", "2024")
                .overridden(2, 3, "user:ann", "+ not yet, \"said\" Ann;\n=1+1")
                .finalizes("brand-b", "2023", 3)
                .decides("brand-b", "2023")
                .taken(null, 3)
                .finalizes("brand-b", "2024", 1);
        company.record(
                StreamId.unit(company.tenant(), new UnitCode("evil")),
                new UnitAdded(new UnitCode("evil"), EVIL, new UnitCode("group")));
        many(company);
        var stream = company.opens("group", "2024").assessment("group", "2024");
        company.record(
                stream,
                new AnswerRecorded(OSI, because(new BigDecimal("0.125"), "@measured"), null),
                new AnswerChanged(
                        OSI,
                        Answer.of(AnswerValue.of(0.125)),
                        because(new BigDecimal("1234567890.12345678901"), "'s morgens"),
                        FreeText.of("-2+3"),
                        null),
                new AnswerRecorded(
                        new QuestionKey("hci"),
                        new Answer(new Response.NotApplicable(FreeText.of("no such thing")), null, List.of(), null),
                        null));
    }

    private static Answer because(BigDecimal value, String rationale) {
        return new Answer(new Response.Given(new AnswerValue.Quantity(value)), FreeText.of(rationale), List.of(), null);
    }

    static Stream<String> reports() {
        return Stream.of(
                "timeline?unit=brand-a&model=egdi",
                "stages?model=egdi&period=2024",
                "movement?model=egdi&from=2023&to=2024",
                "roll-up?model=egdi&period=2024&under=group",
                "answers?unit=group",
                "time-in-stage?model=egdi&under=all",
                "time-to-stage?model=egdi&under=all&stage=high",
                "forecast?model=egdi&under=all&until=2026",
                "backslides?model=egdi",
                "portfolio?model=egdi&unit=group&dimensions=true",
                "decisions?model=egdi");
    }

    /** So many that curves are told. */
    private static void many(Company company) {
        company.unit("all");
        for (var i = 0; i < 8; i++) {
            var unit = "many-" + i;
            company.unit(unit, "all")
                    .finalizes(unit, "2020", 1)
                    .decides(unit, "2020")
                    .taken(null, 1);
            company.finalizes(unit, "2022", 2 + i % 2).decides(unit, "2022").taken(1, 2 + i % 2);
            company.finalizes(unit, "2023", 1 + i % 3).decides(unit, "2023").taken(2 + i % 2, 1 + i % 3);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void what_others_read_out_of_any_format_is_what_json_says(String report) throws IOException {
        Exported.sameInEveryFormat(company, report);
    }

    @Test
    void the_timeline_s_file_says_what_the_report_says() throws IOException {
        var rows = Exported.json(Exported.file(company, "timeline?unit=brand-a&model=egdi&format=json"));
        var points =
                company.ok("/api/v1/reports/timeline?unit=brand-a&model=egdi").at("/points");
        assertThat(rows).hasSameSizeAs(points).hasSize(2);
        for (var i = 0; i < rows.size(); i++) {
            same(
                    rows.get(i),
                    points.get(i),
                    Map.of(
                            "period", "/period",
                            "firstDay", "/effective/from",
                            "lastDay", "/effective/to",
                            "recorded", "/recorded",
                            "stageOrdinal", "/stage/ordinal",
                            "stage", "/stage/key",
                            "stageTitle", "/stage/title",
                            "score", "/score",
                            "max", "/max"));
            same(
                    rows.get(i),
                    points.get(i),
                    Map.of(
                            "coverage", "/coverage",
                            "assessment", "/assessment",
                            "direction", "/transition/direction",
                            "cause", "/transition/cause",
                            "from", "/transition/from/key",
                            "overridden", "/transition/overridden",
                            "decidedBy", "/decision/decidedBy",
                            "reason", "/decision/reason",
                            "online-services.score", "/dimensions/0/score",
                            "online-services.stage", "/dimensions/0/stage/key"));
        }
        assertThat(rows.get(1).at("/reason").asString()).startsWith("+ not yet");
    }

    private static void same(
            tools.jackson.databind.JsonNode row, tools.jackson.databind.JsonNode report, Map<String, String> pointers) {
        pointers.forEach((column, pointer) -> {
            var there = report.at(pointer);
            assertThat(row.path(column).isNull() ? "" : row.path(column).asString())
                    .as(column)
                    .isEqualTo(there.isMissingNode() || there.isNull() ? "" : there.asString());
        });
    }

    @Test
    void the_stages_file_says_what_the_report_says() throws IOException {
        var rows = Exported.json(Exported.file(company, "stages?model=egdi&period=2024&under=group&format=json"));
        var items = company.ok("/api/v1/reports/stages?model=egdi&period=2024&under=group")
                .at("/items");
        assertThat(rows).hasSameSizeAs(items).hasSize(4);
        for (var i = 0; i < rows.size(); i++)
            same(
                    rows.get(i),
                    items.get(i),
                    Map.of(
                            "unit", "/unit",
                            "name", "/name",
                            "parent", "/parent",
                            "state", "/state",
                            "period", "/period",
                            "stage", "/stage/key",
                            "score", "/score",
                            "recorded", "/recorded",
                            "pendingStage", "/pending/proposed/key",
                            "pendingPeriod", "/pending/period"));
    }

    @Test
    void the_movement_s_file_adds_up_to_the_cohort_and_holds_the_matrix() throws IOException {
        var rows =
                Exported.json(Exported.file(company, "movement?model=egdi&from=2023&to=2024&under=group&format=json"));
        var report = company.ok("/api/v1/reports/movement?model=egdi&from=2023&to=2024&under=group");
        var units = 0L;
        for (var row : rows)
            if (!row.at("/kind").asString().equals("entered"))
                units += row.at("/units").asLong();
        assertThat(units).isEqualTo(report.at("/cohort").asLong()).isEqualTo(2);
        var stages = report.at("/stages");
        for (var i = 0; i < stages.size(); i++)
            for (var j = 0; j < stages.size(); j++) {
                var cell = rows.get(i * stages.size() + j);
                assertThat(cell.at("/from")).isEqualTo(stages.get(i).at("/key"));
                assertThat(cell.at("/to")).isEqualTo(stages.get(j).at("/key"));
                assertThat(cell.at("/units")).isEqualTo(report.at("/counts/" + i + "/" + j));
            }
    }

    @Test
    void the_roll_up_s_file_holds_each_figure_of_the_report() throws IOException {
        var path = "roll-up?model=egdi&period=2024&under=group";
        var rows = Exported.json(Exported.file(company, path + "&format=json"));
        var report = company.ok("/api/v1/reports/" + path);
        assertThat(figure(rows, "group", "units"))
                .isEqualTo(report.at("/node/units").asLong())
                .isEqualTo(4);
        assertThat(figure(rows, "group", "staged"))
                .isEqualTo(report.at("/node/staged").asLong());
        assertThat(figure(rows, "group", "not-assessed"))
                .isEqualTo(report.at("/node/notAssessed").asLong());
        for (var child : report.at("/children/items"))
            assertThat(figure(rows, child.at("/unit").asString(), "no-stage"))
                    .isEqualTo(child.at("/noStage").asLong());
        var stages = report.at("/node/versions/0/stages");
        var told = new ArrayList<Long>();
        for (var row : rows)
            if (row.at("/unit").asString().equals("group")
                    && row.at("/figure").asString().equals("at-stage")
                    && row.at("/dimension").isNull()) told.add(row.at("/units").asLong());
        assertThat(told).hasSameSizeAs(stages);
        for (var i = 0; i < stages.size(); i++)
            assertThat(told.get(i)).isEqualTo(stages.get(i).at("/units").asLong());
    }

    @Test
    void the_statistics_files_hold_the_figures_of_their_reports() throws IOException {
        var inStage = company.ok("/api/v1/reports/time-in-stage?model=egdi&under=all");
        var rows = Exported.json(Exported.file(company, "time-in-stage?model=egdi&under=all&format=json"));
        for (var stage : inStage.at("/stages")) {
            var key = stage.at("/stage/key").asString();
            assertThat(value(rows, key, "counted", "/units"))
                    .isEqualTo(stage.at("/spells/counted").asString());
            if (stage.at("/curve").isNull()) continue;
            assertThat(value(rows, key, "median", "/value"))
                    .isEqualTo(stage.at("/curve/median/years").asString());
            assertThat(value(rows, key, "lasting", "/value"))
                    .isEqualTo(stage.at("/curve/points/0/lasting/p").asString());
            assertThat(value(rows, key, "rate", "/value"))
                    .isEqualTo(stage.at("/rates/0/rate").asString());
        }
        var toStage = company.ok("/api/v1/reports/time-to-stage?model=egdi&under=all&stage=high");
        var reached =
                Exported.json(Exported.file(company, "time-to-stage?model=egdi&under=all&stage=high&format=json"));
        assertThat(reached.get(0).at("/units")).isEqualTo(toStage.at("/units/counted"));
        var forecast = company.ok("/api/v1/reports/forecast?model=egdi&under=all&until=2026");
        var shares = Exported.json(Exported.file(company, "forecast?model=egdi&under=all&until=2026&format=json"));
        if (forecast.at("/possible").asBoolean())
            assertThat(shares.get(0).at("/probability")).isEqualTo(forecast.at("/points/0/shares/0/p"));
        else assertThat(shares.get(0).at("/refused")).isEqualTo(forecast.at("/why/reason"));
        var falls =
                company.ok("/api/v1/reports/backslides?model=egdi&limit=200").at("/items");
        var fallen = Exported.json(Exported.file(company, "backslides?model=egdi&format=json"));
        assertThat(fallen).hasSameSizeAs(falls).isNotEmpty();
        for (var i = 0; i < falls.size(); i++)
            same(
                    fallen.get(i),
                    falls.get(i),
                    Map.of(
                            "unit", "/unit",
                            "fromPeriod", "/from/period",
                            "toPeriod", "/to/period",
                            "to", "/to/stage/key",
                            "cause", "/cause",
                            "change", "/change/total",
                            "decidedAt", "/decidedAt",
                            "undefined", "/materiality/undefined"));
    }

    private static String value(tools.jackson.databind.JsonNode rows, String stage, String figure, String pointer) {
        for (var row : rows)
            if (row.at("/stage").asString().equals(stage)
                    && row.at("/figure").asString().equals(figure))
                return row.at(pointer).asString();
        throw new AssertionError(figure + " of " + stage);
    }

    @Test
    void each_file_stands_in_the_api_s_description_with_the_parameters_of_its_report() throws IOException {
        var paths = Exported.json(RunningReports.bytes(company.key(Role.VIEWER), "/v3/api-docs")
                        .body())
                .path("paths");
        for (var report : reports().toList()) {
            var name = report.substring(0, report.indexOf('?'));
            var parameters = paths.path("/api/v1/exports/" + name).path("get").path("parameters");
            assertThat(Company.texts(parameters, "/name"))
                    .as(name)
                    .contains("format", "language", name.equals("answers") ? "unit" : "model")
                    .doesNotContain("limit", "cursor");
        }
        assertThat(paths.has("/api/v1/exports/quarterly")).isTrue();
        assertThat(paths.has("/api/v1/charts/journey.svg")).isTrue();
    }

    @Test
    void the_portfolio_s_file_holds_each_cell_of_the_heat_map() throws IOException {
        var rows = Exported.json(Exported.file(company, "portfolio?model=egdi&unit=group&format=json"));
        var told = new ArrayList<String>();
        for (var row : company.ok("/api/v1/reports/portfolio?model=egdi&unit=group&limit=200")
                .at("/items")) {
            if (row.at("/cells").isEmpty()) told.add(row.at("/unit").asString() + " - -");
            for (var cell : row.at("/cells"))
                told.add(row.at("/unit").asString() + " " + cell.at("/period").asString() + " "
                        + (cell.at("/stage").isNull()
                                ? "-"
                                : cell.at("/stage/key").asString()));
        }
        var written = new ArrayList<String>();
        for (var row : Exported.texts(rows))
            written.add(row.get("unit") + " " + row.getOrDefault("period", "-") + " " + row.getOrDefault("stage", "-"));
        assertThat(written).isEqualTo(told).contains("brand-a 2024 high");
    }

    @Test
    void the_decisions_file_says_what_the_audit_says() throws IOException {
        var rows = Exported.json(Exported.file(company, "decisions?model=egdi&unit=brand-a&format=json"));
        var items =
                company.ok("/api/v1/audit/decisions?model=egdi&unit=brand-a").at("/items");
        assertThat(rows).hasSameSizeAs(items).isNotEmpty();
        for (var i = 0; i < rows.size(); i++)
            same(
                    rows.get(i),
                    items.get(i),
                    Map.of(
                            "position", "/position",
                            "at", "/at",
                            "actor", "/actor",
                            "kind", "/kind",
                            "period", "/period",
                            "reason", "/reason",
                            "eventId", "/eventId"));
    }

    private static long figure(tools.jackson.databind.JsonNode rows, String unit, String figure) {
        for (var row : rows)
            if (row.at("/unit").asString().equals(unit)
                    && row.at("/figure").asString().equals(figure))
                return row.at("/units").asLong();
        throw new AssertionError(figure + " of " + unit);
    }

    @Test
    void the_answers_file_says_what_the_audit_says() throws IOException {
        var rows = Exported.json(Exported.file(company, "answers?unit=group&format=json"));
        var items = company.ok("/api/v1/audit/answers?unit=group").at("/items");
        assertThat(rows).hasSameSizeAs(items).hasSize(3);
        for (var i = 0; i < rows.size(); i++)
            same(
                    rows.get(i),
                    items.get(i),
                    Map.of(
                            "position", "/position",
                            "at", "/at",
                            "actor", "/actor",
                            "kind", "/kind",
                            "question", "/question",
                            "reason", "/reason",
                            "rationale", "/rationale",
                            "modelVersion", "/model/version",
                            "eventId", "/eventId"));
        assertThat(rows.get(1).at("/to").decimalValue()).isEqualByComparingTo("1234567890.12345678901");
        assertThat(rows.get(2).at("/to").asString()).contains("notApplicable", "no such thing");
    }

    @Test
    void text_is_never_a_formula() throws IOException {
        var csv = new String(
                Exported.file(company, "stages?model=egdi&period=2024&format=csv"),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv).contains("evil,\"'=HYPERLINK(\"\"http://evil\"\";\"\"x\"\")\"");
        try (var workbook = new XSSFWorkbook(
                new ByteArrayInputStream(Exported.file(company, "stages?model=egdi&period=2024&format=xlsx")))) {
            var found = 0;
            for (var row : workbook.getSheetAt(0))
                for (var cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    if (cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().equals(EVIL)) found++;
                }
            assertThat(found).isEqualTo(1);
        }
    }

    @Test
    void headings_are_in_the_language_that_is_asked_for() throws IOException {
        var path = "stages?model=egdi&period=2024&format=csv";
        assertThat(firstLine(Exported.get(company, Role.ADMIN, path).body())).startsWith("unit,name,parent,state");
        var french = Exported.get(company, Role.ADMIN, path, "Accept-Language", "fr-CA, en;q=0.5");
        assertThat(firstLine(french.body())).startsWith("Unité,Nom,Unité supérieure,État");
        assertThat(french.headers().firstValue("Content-Language")).hasValue("fr");
        assertThat(french.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"Stades-des-unites-egdi-2024.csv\";"
                        + " filename*=UTF-8''Stades-des-unit%C3%A9s-egdi-2024.csv");
        assertThat(firstLine(Exported.get(company, Role.ADMIN, path + "&language=nl", "Accept-Language", "fr")
                        .body()))
                .startsWith("Eenheid,Naam,Bovenliggende eenheid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "pdf", "json"})
    void a_file_has_a_name(String format) throws IOException {
        assertThat(Exported.get(company, Role.ADMIN, "stages?model=egdi&period=2024&format=" + format)
                        .headers()
                        .firstValue("Content-Disposition"))
                .hasValueSatisfying(it -> assertThat(it).contains("egdi-2024." + format));
    }

    private static String firstLine(byte[] csv) {
        return new String(csv, java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OPERATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void who_may_read_a_report_may_have_it_as_a_file_and_nobody_else(Role role) throws IOException {
        for (var report : reports().toList()) {
            var path =
                    report.matches("(answers|decisions).*") ? "/api/v1/audit/" + report : "/api/v1/reports/" + report;
            assertThat(Exported.get(company, role, report + "&format=csv").statusCode())
                    .as(report)
                    .isEqualTo(company.get(role, path).status());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stages?model=egdi, ?format",
        "stages?model=egdi&format=xls, ?format",
        "stages?format=csv, ?model",
        "stages?model=egdi&format=csv&uint=a, ?uint",
        "stages?model=egdi&format=csv&limit=3, ?limit",
        "stages?model=egdi&format=csv&period=2024-13, ?period",
        "stages?model=egdi&format=csv&language=xx, ?language",
        "answers?format=csv&from=yesterday, ?from",
        "movement?model=egdi&from=2024&to=2023&format=csv, ?to",
    })
    void what_cannot_be_read_is_refused_with_a_pointer(String path, String pointer) throws IOException {
        var reply = Exported.get(company, Role.ADMIN, path);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(Exported.json(reply.body()).at("/errors/0/pointer").asString())
                .isEqualTo(pointer);
        assertThat(reply.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing?format=csv",
                "stages?model=nothing&format=csv",
                "stages?model=egdi&under=nobody&format=csv",
                "timeline?model=egdi&unit=nobody&format=pdf",
                "answers?unit=nobody&format=xlsx"
            })
    void what_nobody_knows_is_not_found(String path) throws IOException {
        var reply = Exported.get(company, Role.ADMIN, path);
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void another_company_s_unit_is_as_unknown_as_one_that_never_was() throws IOException {
        var other = Company.automatic().unit("elsewhere");
        assertThat(Exported.get(other, Role.ADMIN, "timeline?unit=brand-a&model=egdi&format=csv")
                        .statusCode())
                .isEqualTo(404);
        var stages = Exported.json(Exported.file(other, "stages?model=egdi&period=2024&format=json"));
        assertThat(Exported.texts(stages)).extracting(it -> it.get("unit")).containsExactly("elsewhere");
        assertThat(Exported.csv(Exported.file(other, "answers?format=csv"))).isEmpty();
    }

    /** A thousand rows are more than wait in any buffer; the last event is then made unreadable. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json"})
    void a_file_that_fails_on_the_way_breaks_off(String format) throws IOException {
        var broken = Company.automatic().unit("a").opens("a", "2024");
        for (var batch = 0; batch < 20; batch++) {
            var events = new ArrayList<Event>();
            for (var i = 0; i < 100; i++)
                events.add(new AnswerRecorded(
                        OSI,
                        because(
                                BigDecimal.valueOf(i),
                                java.util.UUID.randomUUID().toString()),
                        null));
            broken.record(broken.assessment("a", "2024"), events.toArray(Event[]::new));
        }
        assertThat(Exported.csv(Exported.file(broken, "answers?unit=a&format=csv")))
                .hasSize(2_000);
        var database = JdbcClient.create(RunningReports.DATABASE.superuser());
        try {
            database.sql("alter table eventstore.event disable trigger append_only")
                    .update();
            database.sql("update eventstore.event set name = 'unheard-of' where position = ?")
                    .params(broken.position())
                    .update();
            assertThatThrownBy(() -> Exported.get(broken, Role.ADMIN, "answers?unit=a&format=" + format))
                    .isInstanceOf(IOException.class);
        } finally {
            database.sql("update eventstore.event set name = 'AnswerRecorded' where position = ?")
                    .params(broken.position())
                    .update();
            database.sql("alter table eventstore.event enable trigger append_only")
                    .update();
        }
    }
}
