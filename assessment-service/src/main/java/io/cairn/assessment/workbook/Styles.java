package io.cairn.assessment.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How cells look, and which may be written in. */
record Styles(XSSFCellStyle heading, XSSFCellStyle locked, XSSFCellStyle input) {
    Styles(XSSFWorkbook workbook) {
        this(cells(workbook), cells(workbook), cells(workbook));
        var bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        filled(heading, new XSSFColor(new byte[] {(byte) 0xDD, (byte) 0xE6, (byte) 0xED}));
        filled(input, new XSSFColor(new byte[] {(byte) 0xFF, (byte) 0xF8, (byte) 0xDC}));
        input.setLocked(false);
        input.setBorderBottom(BorderStyle.THIN);
        input.setBorderRight(BorderStyle.THIN);
        input.setBottomBorderColor(IndexedColors.GREY_25_PERCENT.getIndex());
        input.setRightBorderColor(IndexedColors.GREY_25_PERCENT.getIndex());
    }

    private static XSSFCellStyle cells(XSSFWorkbook workbook) {
        var style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static void filled(XSSFCellStyle style, XSSFColor color) {
        style.setFillForegroundColor(color);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
