package io.cairn.assessment.workbook;

import io.cairn.language.InvalidValue;
import io.cairn.language.QuestionKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filled-in questionnaire. Sheets may be renamed and moved, columns too: a row is known by its question, a
 * column by its heading in any language. All faults are found, not the first one only.
 */
final class QuestionnaireReader {
    private static final int MOST_ROWS = 5_000;

    private final List<Line> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private QuestionnaireReader() {}

    /** @throws UnreadableWorkbook when it is none, or none of ours */
    static Filled read(byte[] file) throws UnreadableWorkbook {
        try (var workbook = SafeWorkbook.open(file)) {
            return new QuestionnaireReader().read(workbook);
        } catch (IOException | RuntimeException e) {
            // the library says by many exceptions, unchecked ones too, that a file is not what it should be
            throw new UnreadableWorkbook("it cannot be read as a workbook (.xlsx)", e);
        }
    }

    private Filled read(XSSFWorkbook workbook) throws UnreadableWorkbook {
        var marks = marks(workbook.getSheet(QuestionnaireFile.MARKS));
        for (var sheet : workbook)
            if (!sheet.getSheetName().equals(QuestionnaireFile.MARKS)
                    && !sheet.getSheetName().equals(AnswerCells.LISTS)) read(sheet);
        return new Filled(assessment(marks), version(marks), marks.getOrDefault("language", "en"), lines, faults);
    }

    private static Map<String, String> marks(@Nullable Sheet sheet) throws UnreadableWorkbook {
        if (sheet == null)
            throw new UnreadableWorkbook("it was not made by this service: its sheet " + QuestionnaireFile.MARKS
                    + ", which tells what it is about, is missing");
        var marks = new HashMap<String, String>();
        for (var row : sheet)
            if (marks.size() < 100) marks.put(Cells.lenient(row.getCell(0)), Cells.lenient(row.getCell(1)));
        return marks;
    }

    private static UUID assessment(Map<String, String> marks) throws UnreadableWorkbook {
        try {
            return UUID.fromString(marks.getOrDefault("assessment", ""));
        } catch (IllegalArgumentException e) {
            throw new UnreadableWorkbook("its sheet " + QuestionnaireFile.MARKS + " names no assessment", e);
        }
    }

    private static long version(Map<String, String> marks) throws UnreadableWorkbook {
        try {
            return Long.parseLong(marks.getOrDefault("version", ""));
        } catch (NumberFormatException e) {
            throw new UnreadableWorkbook("its sheet " + QuestionnaireFile.MARKS + " names no version", e);
        }
    }

    private void read(Sheet sheet) {
        var columns = columns(sheet.getRow(sheet.getFirstRowNum()));
        if (!columns.containsKey(Field.QUESTION)) return; // notes of people's own, or what it is about
        if (!columns.containsKey(Field.ANSWER)) {
            faults.add(
                    new Fault(new Place(sheet.getSheetName(), null, null), "the column with the answers is missing"));
            return;
        }
        for (var row : sheet)
            if (row.getRowNum() > sheet.getFirstRowNum()) {
                if (lines.size() + faults.size() >= MOST_ROWS) return;
                read(sheet.getSheetName(), row, columns);
            }
    }

    /** The first column under a heading counts. */
    private static Map<Field, Integer> columns(@Nullable Row headings) {
        var columns = new EnumMap<Field, Integer>(Field.class);
        if (headings == null) return columns;
        for (var cell : headings)
            Field.headed(Cells.lenient(cell)).ifPresent(it -> columns.putIfAbsent(it, cell.getColumnIndex()));
        return columns;
    }

    private void read(String sheet, Row row, Map<Field, Integer> columns) {
        var texts = new EnumMap<Field, String>(Field.class);
        var found = faults.size();
        for (var field : Field.values()) {
            var column = columns.get(field);
            if (column == null) continue;
            var cell = row.getCell(column);
            try {
                texts.put(field, Cells.text(cell));
            } catch (Cells.Odd odd) {
                if (field.isInput())
                    faults.add(new Fault(
                            new Place(sheet, cell.getAddress().formatAsString(), null),
                            String.valueOf(odd.getMessage())));
            }
        }
        if (faults.size() > found) return;
        var said = new Said(
                texts.getOrDefault(Field.ANSWER, ""),
                texts.getOrDefault(Field.NOT_APPLICABLE, ""),
                texts.getOrDefault(Field.RATIONALE, ""),
                texts.getOrDefault(Field.EVIDENCE, ""),
                texts.getOrDefault(Field.CERTAINTY, ""));
        var key = texts.getOrDefault(Field.QUESTION, "");
        if (said.equals(Said.NOTHING) && key.isEmpty()) return;
        try {
            lines.add(new Line(
                    sheet, row.getRowNum(), columns, new QuestionKey(key), said, texts.getOrDefault(Field.REASON, "")));
        } catch (InvalidValue e) {
            var column = columns.getOrDefault(Field.QUESTION, 0);
            var cell = new CellReference(row.getRowNum(), column).formatAsString();
            faults.add(new Fault(new Place(sheet, cell, null), String.valueOf(e.getMessage())));
        }
    }
}
