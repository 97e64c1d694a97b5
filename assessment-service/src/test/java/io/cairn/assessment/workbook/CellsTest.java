package io.cairn.assessment.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void a_day_is_that_day_whichever_year_days_are_counted_from() throws Exception {
        for (var from1904 : new boolean[] {false, true})
            try (var workbook = new XSSFWorkbook()) {
                workbook.getCTWorkbook().getWorkbookPr().setDate1904(from1904);
                var style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
                var cell = workbook.createSheet().createRow(0).createCell(0);
                cell.setCellStyle(style);
                cell.setCellValue(LocalDate.of(2027, 3, 31));
                assertThat(Cells.text(cell)).isEqualTo("2027-03-31");
            }
    }
}
