package io.cairn.reporting.quarterly;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import io.cairn.reporting.plan.PlanOfCompany;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

class QuarterlyTest {
    private static final String NAME = "Café « Œuvre » ij (x) Tj ET /JS (app.alert(1)) <script> \\( 漢";
    private static final QuestionKey OSI = new QuestionKey("osi");
    private static Company company;

    @BeforeAll
    static void a_group_with_two_brands() {
        company = Company.confirming().unit("group").unit("b", "group");
        company.record(
                StreamId.unit(company.tenant(), new UnitCode("a")),
                new UnitAdded(new UnitCode("a"), NAME, new UnitCode("group")));
        company.finalizes("a", "2023", 2).decides("a", "2023").taken(null, 2).opens("a", "2024");
        var stream = company.assessment("a", "2024");
        company.record(stream, new AnswerRecorded(OSI, Answer.of(AnswerValue.of(0.5)), null));
        company.actingAs("user:ann", Channel.API)
                .record(
                        stream,
                        new AnswerChanged(
                                OSI,
                                Answer.of(AnswerValue.of(0.5)),
                                Answer.of(AnswerValue.of(0.9)),
                                FreeText.of("measured anew, l’été"),
                                null));
        company.finalizes("a", "2024", 4)
                .decides("a", "2024")
                .overridden(2, 3, "user:ann", "not yet very high")
                .finalizes("b", "2023", 3)
                .decides("b", "2023")
                .taken(null, 3)
                .finalizes("b", "2024", 1)
                .decides("b", "2024")
                .taken(3, 1);
        PlanOfCompany.aims(company, "a");
        JdbcClient.create(RunningReports.DATABASE.superuser())
                .sql("""
                        insert into platform.person (tenant_id, actor, name, language, roles, version, changed_at)
                        values (?, 'user:ann', 'Ann Dupré', 'en', '{}', 0, now())""")
                .params(company.tenant().value())
                .update();
    }

    private static byte[] file(Role role, String query) throws IOException {
        var reply = RunningReports.bytes(
                company.key(role),
                "/api/v1/exports/quarterly?format=pdf&min-position=" + company.position() + "&" + query);
        assertThat(reply.statusCode())
                .as(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        var kept = System.getProperty("quarterly.keep");
        if (kept != null) Files.write(Path.of(kept, query.replaceAll("[^a-z0-9]+", "-") + ".pdf"), reply.body());
        return reply.body();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var reader = new PdfReader(pdf)) {
            var text = new StringBuilder();
            var extractor = new PdfTextExtractor(reader);
            for (var page = 1; page <= reader.getNumberOfPages(); page++) {
                reader.setPageContent(page, unmarked(reader.getPageContent(page)));
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
            return text.toString().replaceAll("\\s+", " ");
        }
    }

    /** The extractor leaves out what is marked as no part of the document, as the foot of a page is. */
    private static byte[] unmarked(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .replaceAll("(?m)^.*(BMC|BDC|EMC)$", "")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_unit_s_quarter_says_where_it_stands_what_moved_why_and_who_said_so() throws IOException {
        var text = text(file(Role.ADMIN, "unit=a&model=egdi&period=2024"));
        assertThat(text)
                .contains("Café « Œuvre »", "Maturity report for 2024 (January 1, 2024 to December 31, 2024)")
                .contains("Stage now", "3 · High", "Stage before", "2 · Middle", "0.8 of 1", "0.3 before")
                .contains("advanced from Middle in 2023 to High in 2024.", "in 2023 it was 0.3.")
                .contains("The stage was decided otherwise than the answers say: Very high was found, High counts.")
                .contains("Decided by Ann Dupré on")
                .contains("The reason given: “not yet very high”")
                .contains("30 % → 80 %")
                .contains("Open the new portal", "under way", "2025", "Train the staff", "Measure it", "done")
                .contains("Recorded: 1", "Changed: 1", "0.5 → 0.9", "measured anew, l’été")
                .contains("The Online Service Index, between 0 and 1.")
                .contains("Page 1 of 2", "Page 2 of 2");
        assertThat(text).doesNotContain("Buy it");
    }

    @Test
    void a_portfolio_s_quarter_counts_its_units_and_tells_how_they_moved() throws IOException {
        var text = text(file(Role.ADMIN, "under=group&model=egdi&period=2024"));
        assertThat(text)
                .contains("Unit group", "2 of 3 units were assessed under E-Government Development Index in 2024.")
                .contains("1 advanced, 1 fell back, 0 stayed, 0 have their first stage.", "Fell back: Unit b.")
                .contains("Units by stage", "Stages over time", "Movement from 2023 to 2024", "▲ 1", "▼ 1")
                .contains("Roadmap", "Open the new portal", "Ann Dupré");
        assertThat(text(file(Role.ADMIN, "model=egdi&period=2024"))).contains("The whole company");
    }

    /** Their heat map is higher than a page, and made to fit. */
    @Test
    void a_portfolio_of_many_units_has_its_heat_map_on_a_page() throws IOException {
        var large = Company.automatic();
        for (var unit = 1; unit <= 60; unit++)
            large.unit("unit-" + unit)
                    .finalizes("unit-" + unit, "2024", 2)
                    .decides("unit-" + unit, "2024")
                    .taken(null, 2);
        var path = "/api/v1/exports/quarterly?model=egdi&period=2024&min-position=" + large.position();
        assertThat(text(RunningReports.bytes(large.key(Role.ADMIN), path).body()))
                .contains("Stages over time", "Unit unit-12 ", "Unit unit-602 ") // name and stage
                .doesNotContain("ERROR");
    }

    @Test
    void as_of_a_time_it_says_what_was_known_then() throws IOException {
        var early = Company.automatic().unit("a").finalizes("a", "2024", 2);
        var then = early.now();
        early.reopens("a", "2024").finalizes("a", "2024", 4);
        var path = "/api/v1/exports/quarterly?unit=a&model=egdi&period=2024&min-position=" + early.position();
        assertThat(text(RunningReports.bytes(early.key(Role.ADMIN), path).body()))
                .contains("4 · Very high");
        assertThat(text(RunningReports.bytes(early.key(Role.ADMIN), path + "&recordedAt=" + Company.encoded(then))
                        .body()))
                .contains("2 · Middle", "as known on")
                .doesNotContain("4 · Very high");
    }

    @Test
    void who_may_not_read_the_audit_does_not_read_it_here() throws IOException {
        assertThat(text(file(Role.VIEWER, "unit=a&model=egdi&period=2024")))
                .contains("Who said what is shown to those who may read the audit.")
                .doesNotContain("measured anew");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Rapport de maturité pour 2024, Feuille de route, est passé de",
        "nl, Volwassenheidsrapport over 2024, Roadmap, ging vooruit van",
    })
    void it_speaks_french_and_dutch(String language, String line, String roadmap, String rose) throws IOException {
        assertThat(text(file(Role.ADMIN, "unit=a&model=egdi&period=2024&language=" + language)))
                .contains(line, roadmap, rose);
    }

    /** What it says of the period is what the summary says, in each language. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "nl"})
    void it_uses_the_sentences_of_the_summary(String language) throws IOException {
        for (var about : List.of("unit=b", "under=group", "")) {
            var query = "model=egdi&period=2024&" + about;
            var summary = RunningReports.bytes(
                    company.key(Role.ADMIN),
                    "/api/v1/reports/summary?min-position=" + company.position() + "&" + query,
                    "Accept-Language",
                    language);
            var text = text(file(Role.ADMIN, query + "&language=" + language)).replace(" ", "");
            for (var sentence : CairnJson.mapper().readTree(summary.body()).at("/sentences"))
                assertThat(text)
                        .contains(sentence.at("/text")
                                .asString()
                                .replaceAll("\\s", "")
                                .replace('漢', '□'));
        }
    }

    @Test
    void names_are_shown_and_never_run_and_fonts_are_in_the_file() throws IOException {
        var file = file(Role.ADMIN, "unit=a&model=egdi&period=2024");
        assertThat(text(file)).contains("(x) Tj ET /JS (app.alert(1)) <script> \\(", "□");
        try (var reader = new PdfReader(file)) {
            var fonts = 0;
            for (var i = 0; i < reader.getXrefSize(); i++) {
                var object = reader.getPdfObject(i);
                if (object == null || !object.isDictionary()) continue;
                var dictionary = (org.openpdf.text.pdf.PdfDictionary) object;
                assertThat(dictionary.contains(PdfName.JS)).isFalse();
                assertThat(dictionary.contains(PdfName.URI)).isFalse();
                assertThat(dictionary.contains(PdfName.OPENACTION)).isFalse();
                if (dictionary.contains(PdfName.FONTFILE2)) fonts++;
                assertThat(dictionary.get(PdfName.SUBTYPE)).as("no bitmaps").isNotEqualTo(PdfName.IMAGE);
            }
            assertThat(fonts).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unit=nobody&model=egdi&period=2024, 404",
        "unit=a&model=nothing&period=2024, 404",
        "unit=a&under=group&model=egdi&period=2024, 400",
        "unit=a&model=egdi&period=2024-Q9, 400",
        "unit=a&model=egdi, 400",
        "unit=a&model=egdi&period=2024&format=csv, 400",
    })
    void what_cannot_be_told_is_a_problem(String query, int status) throws IOException {
        var reply = RunningReports.bytes(company.key(Role.ADMIN), "/api/v1/exports/quarterly?" + query);
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
