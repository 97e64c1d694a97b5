package io.cairn.assessment.workbook;

import io.cairn.language.QuestionKey;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;

/**
 * A row of a filled-in questionnaire.
 *
 * @param row counted from 0
 * @param columns in which each field stands, counted from 0
 */
record Line(String sheet, int row, Map<Field, Integer> columns, QuestionKey question, Said said, String reason) {
    Place at(Field field) {
        var column = columns.getOrDefault(field, 0);
        return new Place(sheet, new CellReference(row, column).formatAsString(), question);
    }
}
