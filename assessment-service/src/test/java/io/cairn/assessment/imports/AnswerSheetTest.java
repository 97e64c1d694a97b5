package io.cairn.assessment.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class AnswerSheetTest {
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final List<Cells> rows = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();

    private void sheet(Object[]... lines) {
        var sheet = workbook.createSheet();
        for (var i = 0; i < lines.length; i++) {
            var row = sheet.createRow(i);
            for (var j = 0; j < lines[i].length; j++)
                switch (lines[i][j]) {
                    case String text -> row.createCell(j).setCellValue(text);
                    case Double number -> row.createCell(j).setCellValue(number);
                    case Boolean truth -> row.createCell(j).setCellValue(truth);
                    case LocalDate day -> {
                        var cell = row.createCell(j);
                        cell.setCellStyle(format("yyyy-mm-dd"));
                        cell.setCellValue(day);
                    }
                    default -> throw new IllegalArgumentException();
                }
        }
    }

    private XSSFCellStyle format(String format) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    private void read(byte[] file) throws Exception {
        new AnswerSheet(new SeekableInMemoryByteChannel(file)).read(new AnswerRows.Rows() {
            @Override
            public void row(Cells cells) {
                rows.add(cells);
            }

            @Override
            public void bad(BadRow row) {
                bad.add(row);
            }
        });
    }

    @Test
    void cells_are_told_as_people_see_them() throws Exception {
        sheet(
                new Object[] {"Unit", "period", "question", "VALUE", "answered_at"},
                new Object[] {"a", 2026.0, "q1", 0.1, LocalDate.of(2026, 3, 31)},
                new Object[] {" b ", "2026-Q4", "q2", true},
                new Object[] {"c", "2026-Q4", "q3", 0.75});
        workbook.getSheetAt(0).getRow(3).getCell(3).setCellStyle(format("0%"));
        read(bytes());
        assertThat(rows).extracting(Cells::unit).containsExactly("a", "b", "c");
        assertThat(rows).extracting(Cells::value).containsExactly("0.1", "true", "75");
        assertThat(rows.getFirst().period()).isEqualTo("2026");
        assertThat(rows.getFirst().answeredAt()).isEqualTo("2026-03-31");
        assertThat(rows).extracting(Cells::row).containsExactly(2L, 3L, 4L);
    }

    @Test
    void a_day_is_that_day_also_where_days_are_counted_from_1904() throws Exception {
        workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
        sheet(
                new Object[] {"unit", "period", "question", "value", "answered_at"},
                new Object[] {"a", "2026", "q1", 0.1, LocalDate.of(2026, 3, 31)});
        read(bytes());
        assertThat(rows.getFirst().answeredAt()).isEqualTo("2026-03-31");
    }

    @Test
    void blank_rows_do_not_count_and_cells_beyond_the_header_do() throws Exception {
        sheet(new Object[] {"unit", "period", "question", "value"}, new Object[] {}, new Object[] {
            "a", "2026", "q1", 1.0, "a note"
        });
        read(bytes());
        assertThat(rows).isEmpty();
        assertThat(bad).singleElement().extracting(BadRow::row).isEqualTo(3L);
    }

    @Test
    void what_is_no_workbook_is_said_to_be_none() throws Exception {
        for (var file : List.of(new byte[0], new byte[] {'P', 'K', 3, 4}, "unit,period".getBytes("UTF-8")))
            assertThatThrownBy(() -> read(file)).isInstanceOf(BrokenFile.class);
        workbook.createSheet();
        var empty = bytes();
        assertThatThrownBy(() -> read(empty)).isInstanceOf(BrokenFile.class).hasMessageContaining("empty");
    }

    @Test
    void a_header_that_lacks_a_column_stops_the_reading() throws Exception {
        sheet(new Object[] {"unit", "period", "value"}, new Object[] {"a", "2026", 1.0});
        var file = bytes();
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        BrokenFile.class, it -> assertThat(it.where().column()).isEqualTo("question"));
    }
}
