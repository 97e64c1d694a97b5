package io.cairn.assessment.workbook;

import io.cairn.language.AnswerValue;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scale;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The cells that take answers, each with what its scale allows: a drop-down, or a number within bounds. The texts of
 * drop-downs lie on a hidden sheet, a column each, where they may be long and hold commas; equal ones lie there once.
 */
final class AnswerCells {
    static final String LISTS = "_lists";

    private final XSSFSheet lists;
    private final Words words;
    private final Map<List<String>, String> places = new HashMap<>();

    AnswerCells(XSSFWorkbook workbook, Words words) {
        this.lists = workbook.createSheet(LISTS);
        this.words = words;
        workbook.setSheetVisibility(workbook.getSheetIndex(lists), SheetVisibility.HIDDEN);
        lists.enableLocking();
    }

    void fill(XSSFRow row, Question question, String answer, XSSFCellStyle style) {
        var constraints = row.getSheet().getDataValidationHelper();
        switch (question.scale()) {
            case Scale.Truth ignored -> {
                text(row, answer, style);
                list(row, List.of(words.say("yes"), words.say("no")));
            }
            case Scale.Choice choice -> {
                text(row, answer, style);
                list(
                        row,
                        options(choice).map(it -> Said.shown(it, choice, words)).toList());
            }
            case Scale.Likert likert -> {
                number(row, Field.ANSWER, answer, style);
                list(
                        row,
                        levels(likert).map(it -> Said.shown(it, likert, words)).toList());
            }
            case Scale.Numeric numeric -> {
                number(row, Field.ANSWER, answer, style);
                var least = Said.number(numeric.min());
                var most = Said.number(numeric.max());
                restrict(
                        row,
                        constraints.createDecimalConstraint(OperatorType.BETWEEN, least, most),
                        words.say("hint.number", least, most));
            }
            case Scale.Percent ignored -> {
                number(row, Field.ANSWER, answer, style);
                restrict(
                        row,
                        constraints.createDecimalConstraint(OperatorType.BETWEEN, "0", "100"),
                        words.say("hint.number", "0", "100"));
            }
        }
    }

    /** In all rows but the headings. */
    void restrictCertainty(XSSFSheet sheet, int lastRow) {
        if (lastRow < 1) return;
        var column = Field.CERTAINTY.ordinal();
        var constraint = sheet.getDataValidationHelper().createIntegerConstraint(OperatorType.BETWEEN, "1", "5");
        restrict(sheet, new CellRangeAddressList(1, lastRow, column, column), constraint, words.say("hint.certainty"));
    }

    /** A number where the text is one. */
    static void number(XSSFRow row, Field field, String text, XSSFCellStyle style) {
        var cell = row.createCell(field.ordinal());
        cell.setCellStyle(style);
        if (!text.isEmpty()) set(cell, text);
    }

    private static void set(XSSFCell cell, String text) {
        try {
            cell.setCellValue(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException words) {
            cell.setCellValue(text);
        }
    }

    private static void text(XSSFRow row, String text, XSSFCellStyle style) {
        var cell = row.createCell(Field.ANSWER.ordinal());
        cell.setCellStyle(style);
        if (!text.isEmpty()) cell.setCellValue(text);
    }

    private static Stream<AnswerValue> options(Scale.Choice choice) {
        return choice.options().stream().map(it -> AnswerValue.of(it.key()));
    }

    private static Stream<AnswerValue> levels(Scale.Likert likert) {
        return IntStream.rangeClosed(1, likert.levels()).mapToObj(AnswerValue::of);
    }

    private void list(XSSFRow row, List<String> texts) {
        var constraint = row.getSheet().getDataValidationHelper().createFormulaListConstraint(place(texts));
        restrict(row, constraint, words.say("hint.list"));
    }

    private String place(List<String> texts) {
        return places.computeIfAbsent(texts, it -> {
            var column = places.size();
            for (var i = 0; i < it.size(); i++) {
                var row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
                set(row.createCell(column), it.get(i));
            }
            var letters = CellReference.convertNumToColString(column);
            return "'%s'!$%s$1:$%s$%d".formatted(LISTS, letters, letters, it.size());
        });
    }

    private void restrict(XSSFRow row, DataValidationConstraint constraint, String hint) {
        var column = Field.ANSWER.ordinal();
        restrict(
                row.getSheet(),
                new CellRangeAddressList(row.getRowNum(), row.getRowNum(), column, column),
                constraint,
                hint);
    }

    private static void restrict(
            XSSFSheet sheet, CellRangeAddressList cells, DataValidationConstraint constraint, String hint) {
        var validation = sheet.getDataValidationHelper().createValidation(constraint, cells);
        validation.setEmptyCellAllowed(true);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox("Cairn", hint);
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }
}
