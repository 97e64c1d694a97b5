package io.cairn.reporting.export;

import static io.cairn.reporting.Company.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.maturity.ShippedModels;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was known, what lies between two times, and what is said of a period, as files. */
class PastFilesTest {
    private static final QuestionKey OSI = new QuestionKey("osi");
    private static final QuestionKey HCI = new QuestionKey("hci");
    private static final QuestionKey TII = new QuestionKey("tii");

    private static Company company;
    private static Instant spring;

    @BeforeAll
    static void answers_that_were_corrected() {
        company = Company.automatic().unit("a").opens("a", "2024");
        var stream = company.assessment("a", "2024");
        var proven = new Evidence("https://wiki.example/plan", FreeText.of("the plan"), LocalDate.parse("2030-01-01"));
        company.record(
                stream,
                new AnswerRecorded(
                        OSI,
                        new Answer(new Response.Given(AnswerValue.of(0.3)), FreeText.of("=1+1"), List.of(proven), null),
                        null),
                new AnswerRecorded(HCI, Answer.of(AnswerValue.of(0.3)), null),
                new AnswerRecorded(TII, Answer.of(AnswerValue.of(0.3)), null));
        spring = company.now();
        company.record(
                stream,
                new AnswerChanged(
                        OSI,
                        Answer.of(AnswerValue.of(0.3)),
                        Answer.of(AnswerValue.of(0.9)),
                        FreeText.of("+ measured again"),
                        null));
    }

    private static String assessment() {
        return company.assessment("a", "2024").value().toString();
    }

    /** Each with the address of its report. */
    static Stream<List<String>> files() {
        var then = encoded(spring);
        return Stream.of(
                List.of("as-of?unit=a&model=egdi&effective=2024", "units/a/as-of?model=egdi&effective=2024"),
                List.of(
                        "as-of?unit=a&model=egdi&effective=2024&recorded=" + then,
                        "units/a/as-of?model=egdi&effective=2024&recorded=" + then),
                List.of("as-of?unit=a&model=egdi&effective=2020", "units/a/as-of?model=egdi&effective=2020"),
                List.of("assessment-as-of?assessment=" + assessment(), "assessments/" + assessment() + "/as-of"),
                List.of(
                        "difference?unit=a&model=egdi&from=2024&fromRecorded=" + then,
                        "units/a/difference?model=egdi&from=2024&fromRecorded=" + then),
                List.of("summary?model=egdi&unit=a&period=2024", "summary?model=egdi&unit=a&period=2024"),
                List.of("summary?model=egdi&period=2024", "summary?model=egdi&period=2024"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_others_read_out_of_any_format_is_what_json_says(List<String> file) throws IOException {
        Exported.sameInEveryFormat(company, file.getFirst());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OPERATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void who_may_read_the_report_may_have_the_file_and_nobody_else(Role role) throws IOException {
        for (var file : files().toList())
            assertThat(Exported.get(company, role, file.getFirst() + "&format=csv")
                            .statusCode())
                    .as(file.getFirst())
                    .isEqualTo(company.get(role, "/api/v1/reports/" + file.getLast())
                            .status());
    }

    @Test
    void the_answers_that_counted_then_stand_behind_the_whole_and_its_dimensions() throws IOException {
        var rows = Exported.csv(Exported.file(
                company, "as-of?unit=a&model=egdi&effective=2024&format=csv&recorded=" + encoded(spring)));
        assertThat(rows)
                .extracting(it -> it.get("part"))
                .containsExactly(
                        "whole",
                        "dimension",
                        "dimension",
                        "dimension",
                        "confidence",
                        "blocking",
                        "blocking",
                        "blocking",
                        "answer",
                        "answer",
                        "answer");
        assertThat(rows.getFirst()).containsEntry("found", "middle").containsEntry("score", "0.3");
        assertThat(rows.get(8))
                .containsEntry("question", "osi")
                .containsEntry("dimension", "online-services")
                .containsEntry("title", "The Online Service Index, between 0 and 1.")
                .containsEntry("value", "0.3")
                .containsEntry("rationale", "=1+1")
                .containsEntry("evidence", "https://wiki.example/plan (2030-01-01)")
                .containsEntry("at", spring.toString());
        assertThat(new String(
                        Exported.file(
                                company,
                                "as-of?unit=a&model=egdi&effective=2024&format=csv&recorded=" + encoded(spring)),
                        java.nio.charset.StandardCharsets.UTF_8))
                .as("no formula")
                .contains(",'=1+1,");
    }

    @Test
    void titles_are_in_the_language_that_is_asked_for() throws IOException {
        var memm = ModelRef.of("memm", "1.0.0");
        var unit = new UnitCode("a");
        company.record(
                StreamId.assessment(company.tenant(), unit, memm.key(), Period.parse("2024")),
                new AssessmentOpened(unit, memm, Period.parse("2024")));
        var title = ShippedModels.find(memm)
                .orElseThrow()
                .model()
                .dimensions()
                .getFirst()
                .title();
        var french =
                Exported.csv(Exported.file(company, "as-of?unit=a&model=memm&effective=2024&format=csv&language=fr"));
        assertThat(french).anySatisfy(it -> assertThat(it).containsValue(title.in("fr")));
        assertThat(title.in("fr")).isNotEqualTo(title.in("en"));
        var said = Exported.texts(
                Exported.json(Exported.file(company, "summary?model=egdi&unit=a&period=2024&format=json&language=nl")));
        assertThat(said.getFirst()).containsEntry("language", "nl");
        assertThat(said.getFirst().get("text"))
                .isNotEqualTo(Exported.texts(Exported.json(
                                Exported.file(company, "summary?model=egdi&unit=a&period=2024&format=json")))
                        .getFirst()
                        .get("text"));
    }

    @Test
    void a_difference_adds_up_to_its_change() throws IOException {
        var rows = Exported.csv(Exported.file(
                company, "difference?unit=a&model=egdi&from=2024&format=csv&fromRecorded=" + encoded(spring)));
        assertThat(rows).extracting(it -> it.get("part")).containsExactly("before", "after", "change", "cause", "rest");
        assertThat(rows.get(3))
                .containsEntry("kind", "answer-changed")
                .containsEntry("question", "osi")
                .containsEntry("from", "0.3")
                .containsEntry("to", "0.9")
                .containsEntry("reason", "+ measured again")
                .containsEntry("score", rows.get(2).get("score"));
        assertThat(rows.get(4)).containsEntry("score", "0");
    }

    @ParameterizedTest
    @CsvSource({
        "as-of?model=egdi, 400, ?unit",
        "as-of?unit=a, 400, ?model",
        "as-of?unit=a&model=egdi&code=a, 400, ?code",
        "assessment-as-of?assessment=1, 400, ?assessment",
        "difference?unit=a&model=egdi, 400, ?from",
        "summary?model=egdi&unit=a&under=a, 400, ?under",
        "as-of?unit=b&model=egdi, 404, -",
        "difference?unit=a&model=nothing&from=2024, 404, -",
        "assessment-as-of?assessment=00000000-0000-4000-8000-000000000000, 404, -",
        "summary?model=egdi&unit=b, 404, -"
    })
    void what_cannot_be_asked_is_refused(String path, int status, String pointer) throws IOException {
        var reply = Exported.get(company, Role.ADMIN, path + "&format=csv");
        assertThat(reply.statusCode()).isEqualTo(status);
        if (status == 400)
            assertThat(Exported.json(reply.body()).at("/errors/0/pointer").asString())
                    .isEqualTo(pointer);
    }

    @Test
    void what_the_report_has_in_its_path_the_description_of_the_file_asks_for() throws IOException {
        var paths = Exported.json(RunningReports.bytes(company.key(Role.VIEWER), "/v3/api-docs")
                        .body())
                .path("paths");
        for (var asked : List.of(
                List.of("as-of", "unit"),
                List.of("assessment-as-of", "assessment"),
                List.of("difference", "unit"),
                List.of("benchmark", "period"),
                List.of("benchmark-trend", "model"))) {
            var get = paths.path("/api/v1/exports/" + asked.getFirst()).path("get");
            var named = get.path("parameters")
                    .valueStream()
                    .filter(it -> it.path("name").asString().equals(asked.getLast()))
                    .toList();
            assertThat(named).as(asked.toString()).hasSize(1);
            assertThat(named.getFirst().path("in").asString()).isEqualTo("query");
            assertThat(named.getFirst().path("required").asBoolean()).isTrue();
        }
    }

    @Test
    void another_company_s_past_is_as_unknown_as_one_that_never_was() throws IOException {
        var other = Company.automatic().unit("elsewhere");
        for (var path : List.of(
                "as-of?unit=a&model=egdi&format=csv",
                "assessment-as-of?assessment=" + assessment() + "&format=csv",
                "difference?unit=a&model=egdi&from=2024&format=csv"))
            assertThat(Exported.get(other, Role.ADMIN, path).statusCode())
                    .as(path)
                    .isEqualTo(404);
    }
}
