package io.cairn.standalone;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The published data sets and the made-up company as files that the import takes. */
final class SampleFiles {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final List<String> INDICES = List.of("osi", "hci", "tii");
    private static final List<String> QUARTERS = List.of("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3");

    private SampleFiles() {}

    record Unit(String code, String name, String parent) {}

    record File(String title, String model, String version, String period, String csv) {}

    static List<Unit> units() {
        var units = new ArrayList<Unit>();
        units.add(new Unit("open-data-maturity", "Countries of Open Data Maturity 2023", ""));
        read("odm-2023/published-totals.csv").stream()
                .map(row -> new Unit(row.get("country"), row.get("country"), "open-data-maturity"))
                .forEach(units::add);
        units.add(new Unit("e-government", "States of the E-Government Survey", ""));
        read("egdi/egdi-2010-2018.csv").stream()
                .map(row -> new Unit(row.get("country"), row.get("name"), "e-government"))
                .distinct()
                .forEach(units::add);
        units.add(new Unit("example-company", "Example company (made up)", ""));
        units.add(new Unit("example-brand-a", "Example brand A (made up)", "example-company"));
        units.add(new Unit("example-brand-b", "Example brand B (made up)", "example-company"));
        return units;
    }

    static List<File> all() {
        var files = new ArrayList<File>();
        files.add(openData());
        for (var year : List.of("2010", "2012", "2014", "2016", "2018")) files.add(eGovernment(year));
        for (var model : List.of("marketing-ops-5", "rutten-dmm"))
            for (var quarter : QUARTERS) files.add(madeUp(model, quarter));
        return files;
    }

    private static File openData() {
        var rows = read("odm-2023/answers.csv").stream()
                .map(row -> List.of(
                        row.get("country"),
                        "2023",
                        row.get("question"),
                        row.get("answer").equals("(not answered)") ? "" : row.get("answer")))
                .toList();
        return new File("Open Data Maturity 2023", "odm-2023", "1.0.0", "2023", csv(rows));
    }

    private static File eGovernment(String year) {
        var rows = new ArrayList<List<String>>();
        for (var row : read("egdi/egdi-2010-2018.csv"))
            if (row.get("year").equals(year))
                for (var index : INDICES)
                    rows.add(List.of(
                            row.get("country"), year, index, tookPart(row) ? row.get(index) : known(row, index)));
        return new File(
                "E-Government Development Index " + year,
                "egdi",
                year.equals("2010") ? "1.0.0" : "2.0.0",
                year,
                csv(rows));
    }

    /** The publisher gives no index above 0 to a state that did not take part in full. */
    private static boolean tookPart(CSVRecord row) {
        var published = row.get("egdi");
        return !published.isEmpty() && Double.parseDouble(published) > 0;
    }

    /** Of a state that did not take part in full, a 0 is a missing index and not a measured one. */
    private static String known(CSVRecord row, String index) {
        var value = row.get(index);
        return value.isEmpty() || Double.parseDouble(value) == 0 ? "" : value;
    }

    private static File madeUp(String model, String quarter) {
        var rows = read("made-up/" + model + ".csv").stream()
                .filter(row -> row.get("period").equals(quarter))
                .map(row -> List.of(row.get("unit"), quarter, row.get("question"), row.get("value")))
                .toList();
        return new File("Example company (made up), " + model + " " + quarter, model, "1.0.0", quarter, csv(rows));
    }

    private static String csv(List<List<String>> rows) {
        var text = new StringWriter();
        try (var printer = CSVFormat.RFC4180.print(text)) {
            printer.printRecord("unit", "period", "question", "value");
            printer.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<CSVRecord> read(String name) {
        var resource = Objects.requireNonNull(
                SampleFiles.class.getResourceAsStream("/sample-data/" + name), "sample data " + name);
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8);
                var parser = FORMAT.parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
