package io.cairn.assessment.workbook;

import io.cairn.assessment.imports.CellText;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Date1904Support;
import org.jspecify.annotations.Nullable;

/** What stands in a cell, as text. */
final class Cells {
    private Cells() {}

    /** A cell holds what no answer can be. */
    static final class Odd extends Exception {
        private static final long serialVersionUID = 1L;

        Odd(String detail) {
            super(detail, null, false, false);
        }
    }

    /** Stripped, empty where there is nothing. Of a formula what it came to; 75 % is 75; a day is 2027-03-31. */
    static String text(@Nullable Cell cell) throws Odd {
        if (cell == null) return "";
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> Said.cell(cell.getStringCellValue());
            case NUMERIC -> number(cell);
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case BLANK -> "";
            case ERROR -> throw new Odd("the cell shows an error");
            case FORMULA, _NONE -> throw new Odd("the cell holds nothing that can be read");
        };
    }

    /** As {@link #text}, but empty where that fails. */
    static String lenient(@Nullable Cell cell) {
        try {
            return text(cell);
        } catch (Odd odd) {
            return "";
        }
    }

    private static String number(Cell cell) {
        var style = cell.getCellStyle();
        var from1904 = cell.getSheet().getWorkbook() instanceof Date1904Support it && it.isDate1904();
        return CellText.of(cell.getNumericCellValue(), style.getDataFormat(), style.getDataFormatString(), from1904);
    }
}
