package io.cairn.assessment.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.http.AssessmentStory;
import io.cairn.assessment.http.Client;
import io.cairn.assessment.http.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;

class WorkbookHttpTest {
    private final Client admin = Service.tenant("automatic");
    private final AssessmentStory story = AssessmentStory.open(admin);
    private final String path = story.path() + "/workbook";

    private Spreadsheet fetched() {
        return Spreadsheet.fetch(admin, path);
    }

    private double value(String question) {
        for (var item : admin.get(story.path() + "/answers").expect(200).at("/items"))
            if (item.path("question").asString().equals(question))
                return item.path("value").asDouble();
        throw new AssertionError(question + " is not answered");
    }

    private int answers() {
        return admin.get(story.path() + "/answers").expect(200).at("/items").size();
    }

    @Test
    void what_is_filled_in_becomes_answers_and_the_history_says_by_which_way() {
        story.answer("osi", 0.25).expect(200);
        var sheet = fetched();
        assertThat(sheet.cell("osi", Field.ANSWER).getNumericCellValue()).isEqualTo(0.25);
        assertThat(sheet.cell("hci", Field.STATEMENT).getStringCellValue()).isNotBlank();
        sheet.write("hci", Field.ANSWER, 0.5)
                .write("hci", Field.RATIONALE, "=counted, not guessed")
                .write(
                        "hci",
                        Field.EVIDENCE,
                        "https://example.org/report | 2027-03-31 | The report\nhttps://example.org/2")
                .write("hci", Field.CERTAINTY, 4)
                .write("tii", Field.ANSWER, "0.75");

        var taken = sheet.post(admin, path);
        assertThat(taken.status()).as("%s", taken.body()).isEqualTo(200);
        assertThat(taken.body().path("recorded").valueStream().map(it -> it.asString()))
                .containsExactly("hci", "tii");
        assertThat(taken.body().path("unchanged").asInt()).isEqualTo(1);
        var history = admin.get(story.path() + "/answers/hci/history").expect(200);
        assertThat(history.text("/items/0/channel")).isEqualTo("import");
        assertThat(history.text("/items/0/to/rationale")).isEqualTo("=counted, not guessed");
        assertThat(history.text("/items/0/to/evidence/0/expires")).isEqualTo("2027-03-31");
        assertThat(history.text("/items/0/to/evidence/0/title")).isEqualTo("The report");
        assertThat(history.at("/items/0/to/evidence")).hasSize(2);
        assertThat(history.at("/items/0/to/certainty").asInt()).isEqualTo(4);

        var again = fetched();
        assertThat(again.cell("hci", Field.RATIONALE).getCellType()).isEqualTo(CellType.STRING);
        assertThat(again.post(admin, path).body().path("recorded")).isEmpty();
        assertThat(admin.get(story.path() + "/answers/hci/history").at("/items"))
                .hasSize(1);
    }

    @Test
    void what_others_said_meanwhile_is_shown_beside_and_not_overwritten() {
        story.answer("osi", 0.25).expect(200);
        var sheet = fetched();
        var other = admin.as("facilitator");
        other.put(story.path() + "/answers/osi", Map.of("value", 0.9)).expect(200);
        sheet.write("osi", Field.ANSWER, 0.3).write("hci", Field.ANSWER, 0.5);

        var refused = sheet.post(admin, path);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("workbook-conflicts");
        var conflict = refused.body().at("/conflicts/0");
        assertThat(conflict.path("question").asString()).isEqualTo("osi");
        assertThat(conflict.path("sheet").asString()).isNotBlank();
        assertThat(conflict.path("cell").asString()).isEqualTo("F2");
        assertThat(conflict.at("/made/answer").asString()).isEqualTo("0.25");
        assertThat(conflict.at("/now/answer").asString()).isEqualTo("0.9");
        assertThat(conflict.at("/yours/answer").asString()).isEqualTo("0.3");
        assertThat(conflict.path("by").asString()).isNotBlank();
        assertThat(answers()).isEqualTo(1);

        var skipped = sheet.post(admin, path + "?skipConflicts=true");
        assertThat(skipped.status()).isEqualTo(200);
        assertThat(skipped.body().path("recorded").get(0).asString()).isEqualTo("hci");
        assertThat(skipped.body().path("conflicts")).hasSize(1);
        assertThat(value("osi")).isEqualTo(0.9);

        assertThat(sheet.post(admin, path + "?overwrite=osi").status()).isEqualTo(200);
        assertThat(value("osi")).isEqualTo(0.3);
    }

    @Test
    void a_row_nobody_touched_undoes_nothing_and_an_emptied_one_neither() {
        story.answer("osi", 0.25).expect(200);
        story.answer("hci", 0.25).expect(200);
        var sheet = fetched();
        story.answer("osi", 0.9).expect(200);
        sheet.cell("hci", Field.ANSWER).setBlank();
        var taken = sheet.post(admin, path);
        assertThat(taken.body().path("changedByOthers").get(0).asString()).isEqualTo("osi");
        assertThat(taken.body().path("recorded")).isEmpty();
        assertThat(value("osi")).isEqualTo(0.9);
        assertThat(value("hci")).isEqualTo(0.25);
    }

    @Test
    void words_without_an_answer_are_a_fault_unless_the_workbook_was_made_with_them() {
        admin.put(story.path() + "/answers/osi", Map.of("value", 0.25, "rationale", "as measured", "certainty", 3))
                .expect(200);
        var sheet = fetched();
        sheet.cell("osi", Field.ANSWER).setBlank();
        assertThat(sheet.post(admin, path).status()).isEqualTo(200);

        sheet.write("osi", Field.RATIONALE, "as counted")
                .write("hci", Field.EVIDENCE, "https://example.org/report")
                .write("tii", Field.REASON, "the survey came late");
        var refused = sheet.post(admin, path);
        assertThat(refused.problem()).isEqualTo("workbook-rejected");
        assertThat(refused.body()
                        .path("rejected")
                        .valueStream()
                        .map(it -> it.path("sheet").asString() + "!"
                                + it.path("cell").asString()))
                .containsExactlyInAnyOrder(
                        place(sheet, "osi", Field.ANSWER),
                        place(sheet, "hci", Field.ANSWER),
                        place(sheet, "tii", Field.ANSWER));
    }

    @Test
    void all_that_is_wrong_is_named_by_sheet_and_cell_and_nothing_is_taken() {
        var sheet = fetched()
                .write("osi", Field.ANSWER, 7)
                .write("hci", Field.ANSWER, 0.5)
                .write("hci", Field.CERTAINTY, 9)
                .write("tii", Field.ANSWER, 0.5)
                .write("tii", Field.NOT_APPLICABLE, "never");
        var refused = sheet.post(admin, path);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("workbook-rejected");
        assertThat(refused.body()
                        .path("rejected")
                        .valueStream()
                        .map(it -> it.path("sheet").asString() + "!"
                                + it.path("cell").asString()))
                .containsExactlyInAnyOrder(
                        place(sheet, "osi", Field.ANSWER),
                        place(sheet, "hci", Field.CERTAINTY),
                        place(sheet, "tii", Field.NOT_APPLICABLE));
        assertThat(answers()).isZero();
    }

    private static String place(Spreadsheet sheet, String question, Field field) {
        var cell = sheet.cell(question, field);
        return cell.getSheet().getSheetName() + "!" + cell.getAddress().formatAsString();
    }

    @Test
    void a_look_before_records_nothing() {
        var sheet = fetched().write("osi", Field.ANSWER, 0.5);
        var look = sheet.post(admin, path + "?dryRun=true");
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.body().path("recorded")).hasSize(1);
        assertThat(answers()).isZero();
    }

    @Test
    void what_was_agreed_last_time_counts_only_when_it_is_given_again() {
        story.answered(0.6).submitted().finalized();
        var next = new HashMap<String, Object>(AssessmentStory.of("brand-a", "2027-Q1"));
        next.put("carryOver", true);
        var opened =
                "/assessments/" + admin.post("/assessments", next).expect(201).text("/id");
        var sheet = Spreadsheet.fetch(admin, opened + "/workbook");
        assertThat(sheet.cell("osi", Field.LAST_TIME).getStringCellValue()).isEqualTo("0.6");
        assertThat(sheet.cell("osi", Field.ANSWER).getCellType()).isEqualTo(CellType.BLANK);
        sheet.post(admin, opened + "/workbook");
        assertThat(admin.get(opened).at("/unconfirmed").asInt()).isEqualTo(3);
        sheet.write("osi", Field.ANSWER, 0.6).post(admin, opened + "/workbook");
        assertThat(admin.get(opened).at("/unconfirmed").asInt()).isEqualTo(2);
        assertThat(admin.get(opened + "/answers/osi/history").text("/items/1/change"))
                .isEqualTo("confirmed");
    }

    @Test
    void a_reopened_assessment_asks_for_reasons_in_their_cell() {
        story.answered(0.6).submitted().finalized();
        story.step("reopening", Map.of("reason", "a correction")).expect(200);
        var sheet = fetched().write("osi", Field.ANSWER, 0.7);
        var refused = sheet.post(admin, path);
        assertThat(refused.body().at("/rejected/0/cell").asString()).isEqualTo("K2");
        sheet.write("osi", Field.REASON, "the survey came late");
        assertThat(sheet.post(admin, path).status()).isEqualTo(200);
    }

    @Test
    void several_respondents_each_get_and_give_their_own_answers() {
        var ann = respondent("ann");
        var bob = respondent("bob");
        Spreadsheet.fetch(ann, path).write("osi", Field.ANSWER, 0.9).post(ann, path);
        var bobs = Spreadsheet.fetch(bob, path);
        assertThat(bobs.cell("osi", Field.ANSWER).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(bobs.write("osi", Field.ANSWER, 0.2).post(bob, path).status())
                .isEqualTo(200);
        assertThat(Spreadsheet.fetch(ann, path).cell("osi", Field.ANSWER).getNumericCellValue())
                .isEqualTo(0.9);
        var unasked = fetched().write("osi", Field.ANSWER, 0.5).post(admin, path);
        assertThat(unasked.body().at("/rejected/0/cell").asString()).isEqualTo("A2");
    }

    private Client respondent(String name) {
        var key =
                admin.post("/keys", Map.of("name", name, "role", "respondent")).expect(201);
        var assigned = Map.of("respondents", List.of(Map.of("respondent", "key:" + key.text("/id"))));
        admin.post(story.path() + "/respondents", assigned).expect(200);
        return new Client(admin.address(), key.text("/key"));
    }

    @Test
    void a_closed_assessment_takes_none() {
        story.answered(0.6).submitted();
        var refused = fetched().write("osi", Field.ANSWER, 0.7).post(admin, path);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("wrong-status");
    }

    @Test
    void only_the_workbook_of_this_assessment_is_taken_and_a_stranger_learns_nothing() {
        var sheet = fetched().write("osi", Field.ANSWER, 0.5);
        var other = AssessmentStory.open(admin, "brand-a", "2027-Q2");
        assertThat(sheet.post(admin, other.path() + "/workbook").problem()).isEqualTo("workbook-rejected");
        var stranger = Service.tenant("automatic");
        assertThat(sheet.post(stranger, path).status()).isEqualTo(404);
        assertThat(sheet.post(stranger, "/assessments/" + new UUID(1, 2) + "/workbook")
                        .status())
                .isEqualTo(404);
        assertThat(Spreadsheet.status(stranger, path)).isEqualTo(404);
        assertThat(sheet.post(admin.as("viewer"), path).status()).isEqualTo(403);
    }

    @Test
    void a_file_that_is_no_workbook_is_refused_whatever_it_is() throws IOException {
        for (var file : List.of(
                new byte[0],
                "unit,period\n".getBytes(StandardCharsets.UTF_8),
                zip("[Content_Types].xml", "<nothing/>".getBytes(StandardCharsets.UTF_8)),
                zip("xl/workbook.xml", new byte[50 << 20]),
                truncated(fetched().bytes()))) {
            var refused = Spreadsheet.post(admin, path, file);
            assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("workbook-rejected");
        }
        assertThat(Spreadsheet.post(admin, path, new byte[5 << 20]).status()).isEqualTo(413);
    }

    private static byte[] truncated(byte[] file) {
        return java.util.Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
