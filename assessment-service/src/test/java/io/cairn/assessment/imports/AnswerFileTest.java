package io.cairn.assessment.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFileTest {
    private final List<Cells> rows = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();

    private void read(InputStream in) throws Exception {
        new AnswerFile(in).read(new AnswerRows.Rows() {
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

    private void read(String text) throws Exception {
        read(text, StandardCharsets.UTF_8);
    }

    private void read(String text, Charset charset) throws Exception {
        read(new ByteArrayInputStream(text.getBytes(charset)));
    }

    private BadRow broken(String text) {
        var caught = new ArrayList<BadRow>();
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(BrokenFile.class, it -> caught.add(it.where()));
        return caught.getFirst();
    }

    @Test
    void columns_come_in_any_order_and_cells_are_stripped() throws Exception {
        read("VALUE , question,Period,unit,rationale\n 0.5 ,q1,2026-Q4,brand-a,\"because, he said, \"\"yes\"\"\"\n");
        var row = rows.getFirst();
        assertThat(row.unit()).isEqualTo("brand-a");
        assertThat(row.period()).isEqualTo("2026-Q4");
        assertThat(row.question()).isEqualTo("q1");
        assertThat(row.value()).isEqualTo("0.5");
        assertThat(row.rationale()).isEqualTo("because, he said, \"yes\"");
        assertThat(row.reason()).isNull();
    }

    @Test
    void rows_are_counted_as_a_spreadsheet_does_across_blank_lines_and_lines_within_cells() throws Exception {
        read("unit,period,question,value,rationale\na,2026,q1,1,\"two\nlines\"\n\n,,,,\na,2026,q2,1,\n");
        assertThat(rows).extracting(Cells::row).containsExactly(2L, 5L);
        assertThat(rows.getFirst().rationale()).isEqualTo("two\nlines");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_not_matter() throws Exception {
        read("\uFEFF\"unit\",period,question,value\r\na,2026,q1,yes\r\n");
        assertThat(rows).extracting(Cells::value).containsExactly("yes");
    }

    @Test
    void the_last_line_needs_no_end() throws Exception {
        read("unit,period,question,value\na,2026,q1,yes");
        assertThat(rows).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void an_empty_file_is_said_to_be_empty(String text) {
        assertThat(broken(text)).isEqualTo(new BadRow(1, null, "the file is empty"));
    }

    @Test
    void a_missing_column_is_named() {
        assertThat(broken("unit,period,question\na,2026,q1\n"))
                .isEqualTo(new BadRow(1, "value", "the column is missing"));
    }

    @Test
    void an_unknown_column_is_named_with_those_there_are() {
        var found = broken("unit,period,question,value,comment\n");
        assertThat(found.column()).isEqualTo("comment");
        assertThat(found.detail()).contains("rationale");
    }

    @Test
    void a_column_is_there_once() {
        assertThat(broken("unit,period,question,value,Unit\n").detail()).contains("twice");
    }

    @Test
    void semicolons_are_told_apart_from_commas() {
        assertThat(broken("unit;period;question;value\n").detail()).contains("commas");
    }

    @Test
    void a_quote_that_is_never_closed_is_found_at_its_row() {
        assertThat(broken("unit,period,question,value\na,2026,q1,1\na,2026,q2,\"1\na,2026,q3,1\n")
                        .row())
                .isEqualTo(3);
    }

    @Test
    void text_behind_a_closing_quote_is_found_at_its_row() {
        assertThat(broken("unit,period,question,value\na,2026,q1,\"1\"x\n").row())
                .isEqualTo(2);
    }

    @Test
    void another_encoding_is_found_at_its_cell() throws Exception {
        read(
                "unit,period,question,value,rationale\na,2026,q1,1,fine\na,2026,q2,1,caf\u00e9\n",
                StandardCharsets.ISO_8859_1);
        assertThat(bad)
                .extracting(BadRow::row, BadRow::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3L, "rationale"));
        assertThat(rows).hasSize(1);
    }

    @Test
    void utf_16_is_named_as_what_it_is_not() {
        assertThatThrownBy(() -> read("unit,period,question,value\n", StandardCharsets.UTF_16))
                .isInstanceOfSatisfying(
                        BrokenFile.class, it -> assertThat(it.where().detail()).contains("not UTF-8"));
    }

    @Test
    void a_nul_is_found_at_its_cell() throws Exception {
        read("unit,period,question,value\na,2026,q1,a\0b\n");
        assertThat(bad).extracting(BadRow::column).containsExactly("value");
    }

    @Test
    void a_row_with_too_few_or_too_many_cells_is_bad_and_the_next_is_read() throws Exception {
        read("unit,period,question,value\na,2026,q1\na,2026,q1,1,2\na,2026,q2,1\n");
        assertThat(bad).extracting(BadRow::row).containsExactly(2L, 3L);
        assertThat(rows).hasSize(1);
    }

    @Test
    void a_row_that_would_fill_the_memory_is_not_read_to_its_end() {
        var endless = new InputStream() {
            long given;

            @Override
            public int read() {
                given++;
                return ',';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                given += length;
                java.util.Arrays.fill(into, offset, offset + length, (byte) ',');
                return length;
            }
        };
        var header = new ByteArrayInputStream("unit,period,question,value\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(new SequenceInputStream(header, endless)))
                .isInstanceOfSatisfying(
                        BrokenFile.class, it -> assertThat(it.where().row()).isEqualTo(2));
        assertThat(endless.given).isLessThan(1_000_000);
    }

    @Test
    void a_million_columns_are_refused() {
        assertThat(broken("a,".repeat(1_000_000)).row()).isEqualTo(1);
    }
}
