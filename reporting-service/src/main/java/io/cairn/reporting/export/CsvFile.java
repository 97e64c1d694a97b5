package io.cairn.reporting.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** RFC 4180 in UTF-8; texts are {@link FormulaGuard guarded}, numbers are not. */
final class CsvFile implements RowFile {
    private final CSVPrinter printer;

    CsvFile(OutputStream out, List<String> headings) throws IOException {
        printer = CSVFormat.RFC4180.print(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        for (var heading : headings) printer.print(FormulaGuard.guarded(heading));
        printer.println();
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        for (var cell : cells)
            printer.print(
                    switch (cell) {
                        case null -> null;
                        case String text -> FormulaGuard.guarded(text);
                        default -> Cells.text(cell);
                    });
        printer.println();
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }
}
