package io.cairn.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.Company;
import io.cairn.reporting.RunningReports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import tools.jackson.databind.JsonNode;

/** Files as a company gets them, and what is read out of them with others' libraries. */
public final class Exported {
    private Exported() {}

    public static HttpResponse<byte[]> get(Company company, Role role, String path, String... headers)
            throws IOException {
        return RunningReports.bytes(
                company.key(role), "/api/v1/exports/" + path + "&min-position=" + company.position(), headers);
    }

    public static byte[] file(Company company, String path) throws IOException {
        var reply = get(company, Role.ADMIN, path);
        assertThat(reply.statusCode())
                .as(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return reply.body();
    }

    static JsonNode json(byte[] file) {
        return CairnJson.mapper().readTree(file);
    }

    /** Every row as texts by the keys of its columns; what is empty is left out. */
    static List<Map<String, String>> texts(JsonNode rows) {
        var all = new ArrayList<Map<String, String>>();
        for (var row : rows) {
            var texts = new LinkedHashMap<String, String>();
            row.properties().forEach(cell -> {
                var value = cell.getValue();
                if (!value.isNull())
                    texts.put(cell.getKey(), value.isNumber() ? number(value.decimalValue()) : value.asString());
            });
            all.add(texts);
        }
        return all;
    }

    public static List<Map<String, String>> csv(byte[] file) throws IOException {
        var all = new ArrayList<Map<String, String>>();
        var format = CSVFormat.RFC4180.builder().setHeader().get();
        try (var parser = format.parse(new StringReader(new String(file, StandardCharsets.UTF_8)))) {
            for (var row : parser) {
                var texts = new LinkedHashMap<String, String>();
                row.toMap().forEach((key, text) -> {
                    if (!text.isEmpty()) texts.put(key, canonical(FormulaGuard.original(text)));
                });
                all.add(texts);
            }
        }
        return all;
    }

    /** @param keys of the columns, in their order */
    static List<Map<String, String>> xlsx(byte[] file, List<String> keys) throws IOException {
        var all = new ArrayList<Map<String, String>>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : workbook)
                for (var row : sheet) {
                    if (row.getRowNum() == 0) continue;
                    var texts = new LinkedHashMap<String, String>();
                    for (var cell : row)
                        if (cell.getCellType() != CellType.BLANK)
                            texts.put(keys.get(cell.getColumnIndex()), text(cell));
                    all.add(texts);
                }
        }
        return all;
    }

    private static String text(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? time(cell)
                        : number(BigDecimal.valueOf(cell.getNumericCellValue()));
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            default -> throw new AssertionError(cell.getCellType() + " at " + cell.getAddress());
        };
    }

    private static String time(Cell cell) {
        var time = cell.getLocalDateTimeCellValue();
        return cell.getCellStyle().getDataFormatString().contains("h")
                ? time.toInstant(ZoneOffset.UTC).toString()
                : time.toLocalDate().toString();
    }

    /** Numbers are equal as numbers, however many noughts they end with. */
    static String canonical(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?") && !text.matches("0[0-9].*")
                ? number(new BigDecimal(text))
                : text;
    }

    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** What a spreadsheet keeps of a time. */
    static String toMillis(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")
                ? Instant.ofEpochMilli(Instant.parse(text).toEpochMilli()).toString()
                : text;
    }

    static String pdf(byte[] file) throws IOException {
        try (var reader = new PdfReader(file)) {
            var text = new StringBuilder();
            var extractor = new PdfTextExtractor(reader);
            for (var page = 1; page <= reader.getNumberOfPages(); page++)
                text.append(extractor.getTextFromPage(page)).append('\n');
            return text.toString();
        }
    }

    /** What others read out of each format is what JSON says; there is something. */
    public static List<Map<String, String>> sameInEveryFormat(Company company, String report) throws IOException {
        var json = json(file(company, report + "&format=json"));
        var expected = texts(json);
        assertThat(expected).isNotEmpty();
        var keys = json.get(0).propertyNames().stream().toList();
        assertThat(csv(file(company, report + "&format=csv"))).isEqualTo(expected);
        assertThat(xlsx(file(company, report + "&format=xlsx"), keys).stream().map(Exported::toMillis))
                .containsExactlyElementsOf(
                        expected.stream().map(Exported::toMillis).toList());
        var pdf = squeezed(pdf(file(company, report + "&format=pdf")));
        for (var row : expected) for (var text : row.values()) assertThat(pdf).contains(squeezed(text));
        return expected;
    }

    private static Map<String, String> toMillis(Map<String, String> row) {
        var all = new HashMap<>(row);
        all.replaceAll((key, text) -> toMillis(text));
        return all;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }
}
