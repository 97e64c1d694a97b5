package io.cairn.assessment.imports;

import static io.cairn.assessment.testing.RunningService.importCsv;
import static io.cairn.assessment.testing.RunningService.management;
import static io.cairn.assessment.testing.RunningService.newTenant;
import static io.cairn.assessment.testing.RunningService.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.testing.RunningService;
import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ImportHttpTest {
    private static final String EGDI = "model=egdi&version=2.0.0";
    private static final String WHOLE = EGDI + "&createUnits=true&finalize=true";
    private static final String HEADER = "unit,period,question,value\n";

    private final Client admin = newTenant();

    private JsonNode assessments(Reply imported) {
        return settled(admin, "/assessments?min-position=" + imported.header("X-Event-Position"))
                .json()
                .path("items");
    }

    private void rejected(Reply reply, long row, String column) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("import-rejected");
        assertThat(reply.json().path("accepted").asInt(-1)).isZero();
        var first = reply.json().path("rejected").get(0);
        assertThat(first.path("row").asLong()).as(reply.text()).isEqualTo(row);
        assertThat(first.path("column").asString("")).as(reply.text()).isEqualTo(column);
        assertThat(first.path("detail").asString()).isNotBlank();
    }

    @Test
    void a_file_becomes_finalized_assessments_with_their_stages() {
        var done = importCsv(
                admin,
                WHOLE,
                HEADER + "AND,2012,osi,0.1\nAND,2012,hci,0.2\nAND,2012,tii,0.3\n"
                        + "BEL,2012,osi,0.9\nBEL,2012,hci,0.8\nBEL,2012,tii,0.7\n");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.json().path("rows").asInt()).isEqualTo(6);
        assertThat(done.json().path("accepted").asInt()).isEqualTo(6);
        assertThat(done.json().path("unitsCreated").asInt()).isEqualTo(2);
        assertThat(done.json().path("finalized").asInt()).isEqualTo(2);
        var found = assessments(done);
        assertThat(found.valueStream().map(it -> it.path("stage").path("key").asString()))
                .containsExactly("low", "very-high");
        assertThat(found.get(0).path("status").asString()).isEqualTo("finalized");
        assertThat(admin.get("/units/AND").json().path("name").asString()).isEqualTo("AND");
    }

    @Test
    void rows_of_an_assessment_may_be_scattered() {
        var done = importCsv(
                admin,
                WHOLE,
                "value,question,period,unit\n0.1,osi,2012,A\n0.5,osi,2012,B\n0.2,hci,2012,A\n0.5,hci,2012,B\n"
                        + "0.5,tii,2012,B\n0.3,tii,2012,A\n");
        assertThat(done.json().path("finalized").asInt()).as(done.toString()).isEqualTo(2);
    }

    @Test
    void an_option_is_taken_by_label_without_regard_to_case_and_white_space() {
        var done = importCsv(
                admin,
                "model=odm-2023&version=1.0.0&createUnits=true",
                HEADER + "AT,2023,1,\"  YES \"\nAT,2023,2,no\n");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        var id = assessments(done).get(0).path("id").asString();
        assertThat(admin.get("/assessments/" + id).status()).isEqualTo(200);
    }

    @Test
    void too_little_coverage_leaves_the_answers_and_no_stage() {
        var done = importCsv(
                admin,
                WHOLE,
                HEADER
                        + "A,2012,osi,0.1\nA,2012,hci,\nA,2012,tii,0.3\nB,2012,osi,0.5\nB,2012,hci,0.5\nB,2012,tii,0.5\n");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.json().path("accepted").asInt()).isEqualTo(6);
        assertThat(done.json().path("assessments").asInt()).isEqualTo(2);
        assertThat(done.json().path("finalized").asInt()).isEqualTo(1);
        var left = done.json().path("notFinalized");
        assertThat(left.size()).isEqualTo(1);
        assertThat(left.get(0).path("unit").asString()).isEqualTo("A");
        assertThat(left.get(0).path("detail").asString()).contains("66.7 %");
        var open = assessments(done).get(0);
        assertThat(open.path("status").asString()).isEqualTo("open");
        assertThat(open.path("stage").isObject()).isFalse();
    }

    @Test
    void a_file_that_answers_nothing_opens_nothing() {
        var done = importCsv(admin, WHOLE, HEADER + "A,2012,osi,\nA,2012,hci,\n");
        assertThat(done.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(done.json().path("assessments").asInt()).isZero();
        assertThat(done.json().path("notFinalized").size()).isEqualTo(1);
        assertThat(assessments(done).size()).isZero();
    }

    @Test
    void a_dry_run_tells_and_leaves_nothing() {
        var before = RunningService.events();
        var told = importCsv(admin, WHOLE + "&dryRun=true", HEADER + "A,2012,osi,0.1\nA,2012,hci,0.1\nA,2012,tii,1\n");
        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        assertThat(told.json().path("dryRun").asBoolean()).isTrue();
        assertThat(told.json().path("finalized").asInt()).isEqualTo(1);
        assertThat(told.header("X-Event-Position")).isEmpty();
        assertThat(RunningService.events()).isEqualTo(before);
        assertThat(admin.get("/units/A").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,2012,osi,7 | value",
                "A,2012,osi,much | value",
                "A,2012,osi,1e400 | value",
                "A,2012,nobody,1 | question",
                "A,2012,,1 | question",
                "A,2012-Q9,osi,1 | period",
                "A,soon,osi,1 | period",
                "A B,2012,osi,1 | unit",
                ",2012,osi,1 | unit",
            })
    void what_cannot_be_is_rejected_at_its_row_and_column(String row, String column) {
        rejected(importCsv(admin, WHOLE, HEADER + "A,2011,osi,0.5\n" + row + "\n"), 3, column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no,,2026-05-31T12:00:00Z,,  | value",
                "0.5,not ours,,, | not_applicable_reason",
                ",not ours,,, | not_applicable_reason",
                ",,2026-05-31,, | value",
                ",,,https://example.org/x, | value",
                ",,,,so it was | value",
                "0.5,,yesterday,, | answered_at",
                "0.5,,9999999-01-01T00:00:00Z,, | answered_at",
                "0.5,,,not a link, | evidence",
            })
    void optional_columns_are_held_to_their_forms(String cells, String column) {
        var header = "unit,period,question,value,not_applicable_reason,answered_at,evidence,reason\n";
        rejected(importCsv(admin, WHOLE, header + "A,2012,osi," + cells + "\n"), 2, column);
    }

    @Test
    void words_without_an_answer_are_not_passed_over() {
        var header = "unit,period,question,value,rationale,actor\n";
        rejected(importCsv(admin, WHOLE, header + "A,2012,osi,,as measured,\n"), 2, "value");
        rejected(importCsv(admin, WHOLE, header + "A,2012,osi,,,survey:7\n"), 2, "value");
        assertThat(importCsv(admin, WHOLE, header + "A,2012,osi,,,\n").status()).isEqualTo(200);
    }

    @Test
    void a_question_is_answered_once_in_a_file() {
        rejected(
                importCsv(admin, WHOLE, HEADER + "A,2012,osi,0.1\nB,2012,osi,0.1\nA,2012,osi,0.2\nA,2012,osi,0.3\n"),
                4,
                "question");
    }

    @Test
    void an_unknown_unit_is_rejected_unless_it_may_be_created() {
        var refused = importCsv(admin, EGDI, HEADER + "A,2012,osi,0.1\nA,2012,hci,0.1\n");
        rejected(refused, 2, "unit");
        assertThat(refused.json().path("rejectedTotal").asInt()).isEqualTo(2);
    }

    @Test
    void every_bad_row_is_listed_in_the_order_of_the_file() {
        var refused = importCsv(
                admin, EGDI, HEADER + "A,2012,osi,0.1\nA,2012,hci,9\nA,2012,osi,0.1\nA,x,hci,1\nA,2012,nobody,1\n");
        assertThat(refused.json()
                        .path("rejected")
                        .valueStream()
                        .map(it -> it.path("row").asInt()))
                .containsExactly(2, 3, 4, 5, 6);
        assertThat(refused.json().path("rows").asInt()).isEqualTo(5);
    }

    @Test
    void one_bad_row_at_the_end_leaves_nothing_of_all_the_others() {
        var csv = new StringBuilder(HEADER);
        for (var unit = 0; unit < 300; unit++)
            for (var question : new String[] {"osi", "hci", "tii"})
                csv.append("u").append(unit).append(",2012,").append(question).append(",0.5\n");
        csv.append("u0,2013,osi,nonsense\n");
        var before = RunningService.events();
        rejected(importCsv(admin, WHOLE, csv.toString()), 902, "value");
        assertThat(RunningService.events()).isEqualTo(before);
    }

    @Test
    void an_open_assessment_is_changed_and_a_finalized_one_is_not() {
        importCsv(admin, EGDI + "&createUnits=true", HEADER + "A,2012,osi,0.1\nA,2012,hci,0.1\n");
        var changed =
                importCsv(admin, EGDI + "&finalize=true", HEADER + "A,2012,osi,0.2\nA,2012,hci,0.1\nA,2012,tii,0.1\n");
        assertThat(changed.json().path("finalized").asInt())
                .as(changed.toString())
                .isEqualTo(1);
        var again = importCsv(admin, EGDI, HEADER + "B,2012,osi,0.1\nA,2012,osi,0.3\n");
        assertThat(again.text()).contains("is finalized; reopen it first");
        assertThat(again.json().path("rejectedTotal").asInt()).isEqualTo(2);
    }

    @Test
    void a_changed_answer_of_a_reopened_assessment_needs_a_reason() {
        var done = importCsv(admin, WHOLE, HEADER + "A,2012,osi,0.1\nA,2012,hci,0.1\nA,2012,tii,0.1\n");
        var id = assessments(done).get(0).path("id").asString();
        var etag = admin.get("/assessments/" + id).header("ETag");
        var reopened =
                admin.post("/assessments/" + id + "/reopening", "{\"reason\": \"mistake\"}", Map.of("If-Match", etag));
        assertThat(reopened.status()).as(reopened.toString()).isEqualTo(200);
        rejected(importCsv(admin, EGDI, HEADER + "A,2012,hci,0.1\nA,2012,osi,0.2\n"), 3, "reason");
        var reasoned = importCsv(
                admin, WHOLE, "unit,period,question,value,reason\nA,2012,hci,0.1,\nA,2012,osi,0.2,counted again\n");
        assertThat(reasoned.json().path("finalized").asInt())
                .as(reasoned.toString())
                .isEqualTo(1);
    }

    @Test
    void an_assessment_under_another_version_is_left_alone() {
        importCsv(admin, "model=egdi&version=1.0.0&createUnits=true", HEADER + "A,2010,osi,0.1\n");
        var refused = importCsv(admin, EGDI, HEADER + "A,2010,hci,0.1\n");
        rejected(refused, 2, "period");
        assertThat(refused.text()).contains("egdi 1.0.0");
    }

    @Test
    void a_retired_unit_takes_no_answers() {
        importCsv(admin, EGDI + "&createUnits=true", HEADER + "A,2012,osi,0.1\n");
        admin.send(
                "PATCH",
                "/units/A",
                java.net.http.HttpRequest.BodyPublishers.ofString("{\"retired\": {\"lastDay\": \"2020-01-01\"}}"),
                Map.of());
        rejected(importCsv(admin, WHOLE, HEADER + "A,2012,hci,0.1\n"), 2, "unit");
    }

    @Test
    void the_same_open_answers_again_change_nothing() {
        var csv = HEADER + "A,2012,osi,0.1\nA,2012,hci,0.10\n";
        importCsv(admin, EGDI + "&createUnits=true", csv);
        var before = RunningService.events();
        assertThat(importCsv(admin, EGDI, csv).status()).isEqualTo(200);
        assertThat(RunningService.events()).isEqualTo(before);
    }

    @Test
    void the_rest_of_a_row_is_kept_with_the_answer() {
        var done = importCsv(
                admin,
                EGDI + "&createUnits=true",
                "unit,period,question,value,rationale,actor,answered_at,evidence\n"
                        + "A,2012,osi,0.1,\"they said: \\t \"\"so\"\"\",survey:7,2012-05-31,https://example.org/x\n");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        var id = assessments(done).get(0).path("id").asString();
        var history = admin.get("/assessments/" + id + "/answers/osi/history").text();
        assertThat(history).contains("they said: \\\\t \\\"so\\\"").contains("https://example.org/x");
    }

    @Test
    void two_tenants_with_the_same_units_never_meet() {
        var other = newTenant();
        importCsv(admin, WHOLE, HEADER + "A,2012,osi,0.1\nA,2012,hci,0.1\nA,2012,tii,0.1\n");
        var theirs = importCsv(other, WHOLE, HEADER + "A,2012,osi,0.9\nA,2012,hci,0.9\nA,2012,tii,0.9\n");
        assertThat(theirs.json().path("finalized").asInt())
                .as(theirs.toString())
                .isEqualTo(1);
        var found = assessments(theirs);
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.get(0).path("stage").path("key").asString()).isEqualTo("low");
    }

    @ParameterizedTest
    @CsvSource({
        "model=nobody&version=1.0.0, 422",
        "model=egdi&version=9.0.0, 422",
        "model=egdi&version=x, 400",
        "model=egdi, 400",
        "model=egdi&version=2.0.0&dryRun=perhaps, 400",
    })
    void an_import_names_a_model_there_is(String query, int status) {
        assertThat(importCsv(admin, query, HEADER + "A,2012,osi,1\n").status()).isEqualTo(status);
    }

    @Test
    void what_is_no_file_of_answers_is_said_at_its_row() {
        rejected(importCsv(admin, WHOLE, HEADER), 2, "");
        rejected(importCsv(admin, WHOLE, HEADER + "A,2012,osi,\"1\n"), 2, "");
        rejected(importCsv(admin, WHOLE, "a;b\n1;2\n"), 1, "a;b");
        rejected(importCsv(admin, WHOLE, "a,".repeat(1_000_000)), 1, "");
    }

    @Test
    void only_those_who_lead_assessments_import() {
        var viewer = admin.post("/keys", "{\"name\": \"v\", \"role\": \"viewer\"}");
        var client = admin.as(viewer.json().path("key").asString());
        assertThat(importCsv(client, WHOLE, HEADER + "A,2012,osi,1\n").status()).isEqualTo(403);
    }

    @Test
    void imports_are_measured() {
        importCsv(admin, WHOLE, HEADER + "A,2012,osi,1\n");
        var metrics = management().get("/actuator/prometheus").text();
        assertThat(metrics).contains("cairn_imports_seconds_count").contains("outcome=\"imported\"");
        assertThat(metrics).contains("cairn_import_rows_total");
    }
}
