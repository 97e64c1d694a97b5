package io.cairn.assessment.workbook;

import io.cairn.maturity.Dimension;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A questionnaire as a workbook (Office Open XML): what it is about, a sheet per dimension, and two hidden sheets: the
 * texts of drop-downs, and what tells a filled-in workbook's assessment and version. Only cells to be filled in can be
 * written in; the protection has no password and keeps from slips, not from people.
 */
final class QuestionnaireFile {
    /** Names and values, one a row. */
    static final String MARKS = "_cairn";

    private static final int LONGEST_SHEET_NAME = 31;

    private final Questionnaire questionnaire;
    private final List<String> languages;
    private final Words words;
    private final XSSFWorkbook workbook;
    private final Styles styles;
    private final AnswerCells answerCells;

    private QuestionnaireFile(Questionnaire questionnaire, List<String> languages, XSSFWorkbook workbook) {
        this.questionnaire = questionnaire;
        this.languages = languages;
        this.words = Words.in(languages);
        this.workbook = workbook;
        this.styles = new Styles(workbook);
        var about = workbook.createSheet(words.say("about.sheet"));
        this.answerCells = new AnswerCells(workbook, words);
        about(about);
    }

    /** @param languages wanted, the best first */
    static void write(Questionnaire questionnaire, List<String> languages, OutputStream out) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var file = new QuestionnaireFile(questionnaire, languages, workbook);
            for (var dimension : questionnaire.dimensions()) file.sheet(dimension);
            file.marks();
            workbook.setActiveSheet(0);
            workbook.write(out);
        }
    }

    private MaturityModel model() {
        return questionnaire.model();
    }

    private void about(XSSFSheet sheet) {
        var assessment = questionnaire.assessment();
        var facts = new ArrayList<Map.Entry<String, String>>();
        facts.add(Map.entry("about.unit", assessment.unit().toString()));
        facts.add(Map.entry(
                "about.model",
                model().title().in(languages) + " " + model().ref().version()));
        facts.add(Map.entry("about.period", assessment.period().toString()));
        facts.add(Map.entry("about.status", assessment.status().name().toLowerCase(Locale.ROOT)));
        facts.add(Map.entry("about.exported", questionnaire.at().toString()));
        facts.add(Map.entry(
                "about.questions",
                Integer.toString(questionnaire.dimensions().stream()
                        .mapToInt(it -> it.questions().size())
                        .sum())));
        var row = 0;
        for (var fact : facts) {
            var cells = sheet.createRow(row++);
            text(cells, 0, words.say(fact.getKey()), styles.heading());
            text(cells, 1, fact.getValue(), styles.locked());
        }
        row++;
        text(sheet.createRow(row++), 0, words.say("about.how"), styles.heading());
        for (var rule : List.of("answer", "not-applicable", "evidence", "certainty", "last-time", "reason", "others"))
            text(sheet.createRow(row++), 1, words.say("about.how." + rule), styles.locked());
        sheet.setColumnWidth(0, 24 * 256);
        sheet.setColumnWidth(1, 110 * 256);
        fitToWidth(sheet);
        protect(sheet);
    }

    private void sheet(Dimension dimension) {
        var sheet = workbook.createSheet(name(dimension.title().in(languages)));
        var headings = sheet.createRow(0);
        for (var field : Field.values()) {
            text(headings, field.ordinal(), words.say(field.key()), styles.heading());
            sheet.setColumnWidth(field.ordinal(), field.width() * 256);
        }
        var row = 1;
        for (var question : dimension.questions()) question(sheet.createRow(row++), question);
        for (var field : List.of(Field.GUIDANCE, Field.STAGE, Field.LAST_TIME))
            sheet.setColumnHidden(field.ordinal(), isEmpty(sheet, field));
        answerCells.restrictCertainty(sheet, row - 1);
        sheet.createFreezePane(Field.STATEMENT.ordinal() + 1, 1);
        fitToWidth(sheet);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        protect(sheet);
    }

    private void question(XSSFRow row, Question question) {
        var answer = questionnaire.answer(question.key());
        var said = Said.of(answer, question, words);
        var last = questionnaire.assessment().unconfirmed(question.key()).map(it -> Said.of(it, question, words));
        for (var field : Field.values()) {
            var style = field.isInput() ? styles.input() : styles.locked();
            switch (field) {
                case QUESTION -> text(row, field.ordinal(), question.key().toString(), style);
                case STATEMENT -> text(row, field.ordinal(), question.text().in(languages), style);
                case GUIDANCE -> text(row, field.ordinal(), guidance(question), style);
                case STAGE -> text(row, field.ordinal(), stage(question), style);
                case LAST_TIME ->
                    text(
                            row,
                            field.ordinal(),
                            last.map(it -> it.answer().isEmpty() ? it.notApplicable() : it.answer())
                                    .orElse(""),
                            style);
                case ANSWER -> answerCells.fill(row, question, said.answer(), style);
                case NOT_APPLICABLE -> text(row, field.ordinal(), said.notApplicable(), style);
                case RATIONALE -> text(row, field.ordinal(), said.rationale(), style);
                case EVIDENCE -> text(row, field.ordinal(), said.evidence(), style);
                case CERTAINTY -> AnswerCells.number(row, field, said.certainty(), style);
                case REASON -> text(row, field.ordinal(), "", style);
            }
        }
    }

    private String guidance(Question question) {
        var depends = question.dependsOn();
        return Stream.of(
                        question.guidance() == null ? "" : question.guidance().in(languages),
                        question.evidenceRequired() ? words.say("note.evidence") : "",
                        question.critical() == null ? "" : words.say("note.critical"),
                        depends == null ? "" : words.say("note.depends", depends.question()))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String stage(Question question) {
        var ordinal = question.stage();
        return ordinal == null
                ? ""
                : ordinal + " " + model().stages().get(ordinal - 1).title().in(languages);
    }

    private void marks() {
        var sheet = workbook.createSheet(MARKS);
        var marks = Map.of(
                "assessment",
                questionnaire.id().toString(),
                "version",
                Long.toString(questionnaire.version()),
                "language",
                words.language());
        var row = 0;
        for (var mark : marks.entrySet()) {
            var cells = sheet.createRow(row++);
            text(cells, 0, mark.getKey(), styles.locked());
            text(cells, 1, mark.getValue(), styles.locked());
        }
        protect(sheet);
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
    }

    /** Unique without regard to case, as spreadsheets want it. */
    private String name(String title) {
        var safe = WorkbookUtil.createSafeSheetName(title);
        var name = safe;
        for (var number = 2; workbook.getSheet(name) != null; number++) {
            var suffix = " " + number;
            name = safe.substring(0, Math.min(safe.length(), LONGEST_SHEET_NAME - suffix.length())) + suffix;
        }
        return name;
    }

    private static void text(XSSFRow row, int column, String text, XSSFCellStyle style) {
        var cell = row.createCell(column);
        cell.setCellStyle(style);
        if (!text.isEmpty()) cell.setCellValue(Said.cell(text));
    }

    private static boolean isEmpty(XSSFSheet sheet, Field field) {
        for (var row : sheet)
            if (row.getRowNum() > 0 && row.getCell(field.ordinal()).getCellType() != CellType.BLANK) return false;
        return true;
    }

    /** Of a page, as many as it takes. */
    private static void fitToWidth(XSSFSheet sheet) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private static void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockFormatCells(false);
    }
}
