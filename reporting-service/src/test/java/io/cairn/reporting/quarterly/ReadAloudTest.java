package io.cairn.reporting.quarterly;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.ModelRef;
import io.cairn.maturity.ShippedModels;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.Results;
import io.cairn.reporting.RunningReports;
import io.cairn.reporting.plan.PlanOfCompany;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;

/** What a screen reader finds in a PDF: its language, its title, its parts in their order, and charts in words. */
class ReadAloudTest {
    private static final PdfName ALTERNATE = new PdfName("Alt");

    private static Company company;

    @BeforeAll
    static void a_unit_with_two_years() {
        company = Company.confirming().unit("group").unit("a", "group");
        company.finalizes("a", "2023", 2).decides("a", "2023").taken(null, 2);
        company.finalizes("a", "2024", 3).decides("a", "2024").taken(2, 3);
        PlanOfCompany.aims(company, "a");
    }

    private static byte[] file(String path) throws IOException {
        var reply = RunningReports.bytes(
                company.key(Role.ADMIN), "/api/v1/exports/" + path + "&min-position=" + company.position());
        assertThat(reply.statusCode())
                .as(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return reply.body();
    }

    private record Part(String role, String alternate, List<Part> parts) {
        void collect(String wanted, List<Part> found) {
            if (role.equals(wanted)) found.add(this);
            for (var part : parts) part.collect(wanted, found);
        }

        List<Part> all(String wanted) {
            var found = new ArrayList<Part>();
            collect(wanted, found);
            return found;
        }
    }

    private static Part tree(PdfReader reader) {
        var root = reader.getCatalog().getAsDict(PdfName.STRUCTTREEROOT);
        return part(dictionary(kids(root).getFirst()));
    }

    private static PdfDictionary dictionary(PdfObject object) {
        return (PdfDictionary) PdfReader.getPdfObject(object);
    }

    private static List<PdfObject> kids(PdfDictionary element) {
        var kids = PdfReader.getPdfObject(element.get(PdfName.K));
        if (kids == null) return List.of();
        if (!(kids instanceof PdfArray array)) return List.of(kids);
        var all = new ArrayList<PdfObject>();
        for (var i = 0; i < array.size(); i++) all.add(array.getPdfObject(i));
        return all;
    }

    private static Part part(PdfDictionary element) {
        var parts = new ArrayList<Part>();
        for (var kid : kids(element))
            if (PdfReader.getPdfObject(kid) instanceof PdfDictionary it && it.contains(PdfName.S)) parts.add(part(it));
        var alternate = element.get(ALTERNATE);
        return new Part(
                element.get(PdfName.S).toString().substring(1),
                alternate instanceof PdfString words ? words.toUnicodeString() : "",
                parts);
    }

    @Test
    void a_quarter_says_its_language_and_title_and_has_its_parts_in_order() throws IOException {
        try (var reader = new PdfReader(file("quarterly?unit=a&model=egdi&period=2024&language=fr"))) {
            var catalog = reader.getCatalog();
            assertThat(catalog.get(PdfName.LANG).toString()).isEqualTo("fr");
            assertThat(catalog.getAsDict(new PdfName("MarkInfo"))
                            .get(new PdfName("Marked"))
                            .toString())
                    .isEqualTo("true");
            assertThat(catalog.getAsDict(PdfName.VIEWERPREFERENCES)
                            .get(new PdfName("DisplayDocTitle"))
                            .toString())
                    .isEqualTo("true");
            assertThat(reader.getInfo().get("Title")).startsWith("Rapport de maturité · Unit a · 2024");
            var tree = tree(reader);
            assertThat(tree.role()).isEqualTo("Document");
            var roles = tree.parts().stream().map(Part::role).toList();
            assertThat(roles)
                    .startsWith("P", "H1", "P")
                    .containsSubsequence("H1", "H2", "P", "H2", "Figure", "H2", "Table");
            assertThat(roles.stream().filter("H1"::equals)).hasSize(1);
        }
    }

    @Test
    void a_chart_says_in_words_what_it_shows() throws IOException {
        try (var reader = new PdfReader(file("quarterly?unit=a&model=egdi&period=2024"))) {
            var figures = tree(reader).all("Figure");
            assertThat(figures).hasSize(2);
            assertThat(figures.getFirst().alternate()).contains("Stages of a over time", "2024");
            assertThat(figures.getLast().alternate()).contains("Online services");
        }
        try (var reader = new PdfReader(file("quarterly?under=group&model=egdi&period=2024"))) {
            assertThat(tree(reader).all("Figure"))
                    .hasSize(3)
                    .allSatisfy(it -> assertThat(it.alternate()).hasSizeGreaterThan(20));
        }
    }

    @Test
    void a_table_has_its_headings_once_and_a_cell_for_each_of_them_in_every_row() throws IOException {
        var many = Company.automatic();
        for (var i = 0; i < 120; i++) many.unit("unit-" + i);
        var reply = RunningReports.bytes(
                many.key(Role.ADMIN),
                "/api/v1/exports/stages?model=egdi&period=2024&format=pdf&min-position=" + many.position());
        try (var reader = new PdfReader(reply.body())) {
            assertThat(reader.getNumberOfPages()).isGreaterThan(1);
            var tables = tree(reader).all("Table");
            assertThat(tables).hasSize(1);
            var rows = tables.getFirst().all("TR");
            assertThat(rows).hasSize(121);
            var headings = rows.getFirst().parts();
            assertThat(headings).extracting(Part::role).containsOnly("TH");
            for (var row : rows.subList(1, rows.size()))
                assertThat(row.parts())
                        .hasSameSizeAs(headings)
                        .extracting(Part::role)
                        .containsOnly("TD");
        }
    }

    /** Text that is in no part would not be read, or at a place where nobody expects it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarterly?unit=a&model=egdi&period=2024",
                "quarterly?model=egdi&period=2024",
                "stages?model=egdi&period=2024&format=pdf"
            })
    void all_that_is_written_is_in_a_part_or_no_part_of_the_document(String path) throws IOException {
        try (var reader = new PdfReader(file(path))) {
            for (var page = 1; page <= reader.getNumberOfPages(); page++) {
                var depth = 0;
                for (var line : new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1).split("\n")) {
                    if (line.endsWith("BDC") || line.endsWith("BMC")) depth++;
                    if (line.equals("EMC")) depth--;
                    if (line.endsWith("Tj") || line.endsWith("TJ") || line.endsWith(" l"))
                        assertThat(depth).as("page %s: %s", page, line).isEqualTo(1);
                }
                assertThat(depth).isZero();
            }
        }
    }

    /** Of the models that have words in French; what has none is told in English. */
    @Test
    void stages_and_dimensions_are_told_in_the_language_that_is_asked_for() throws IOException {
        var memm = ModelRef.of("memm", "1.0.0");
        var model = ShippedModels.find(memm).orElseThrow().model();
        var other = Company.automatic().unit("u");
        other.finalizes("u", "2024", memm, Results.atStage(model.stages().get(1).ref(), 2));
        var title = model.stages().get(1).title();
        assertThat(title.in("fr")).isNotEqualTo(title.in("en"));
        var said = Map.of("fr", title.in("fr"), "en", title.in("en"));
        said.forEach((language, words) -> {
            try {
                var reply = RunningReports.bytes(
                        other.key(Role.ADMIN),
                        "/api/v1/reports/timeline?unit=u&model=memm&min-position=" + other.position(),
                        "Accept-Language",
                        language);
                assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("\"" + words + "\"");
                var file = RunningReports.bytes(
                        other.key(Role.ADMIN),
                        "/api/v1/exports/timeline?unit=u&model=memm&format=csv&language=" + language);
                assertThat(new String(file.body(), StandardCharsets.UTF_8)).contains(words);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
