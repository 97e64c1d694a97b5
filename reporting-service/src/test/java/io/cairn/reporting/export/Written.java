package io.cairn.reporting.export;

import io.cairn.reporting.wording.Language;
import io.cairn.reporting.wording.Wording;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;

/** What became of a table that was written to nowhere. */
public record Written(long rows, long bytes, long mostAlive) {
    private static final int LOOK_EVERY = 1_000;

    /** @param alive looked at while it is written */
    public static Written as(String format, Table table, LongSupplier alive) {
        var words = Wording.in(Language.EN);
        var headings =
                table.columns().stream().map(it -> it.heading().apply(words)).toList();
        var counted = new long[3];
        var out = new OutputStream() {
            @Override
            public void write(int b) {
                counted[1]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                counted[1] += length;
            }
        };
        try (var file = switch (format) {
            case "csv" -> new CsvFile(out, headings);
            case "json" -> new JsonFile(out, headings);
            case "xlsx" -> new XlsxFile(out, "answers", headings);
            default -> throw new IllegalArgumentException(format);
        }) {
            table.rows(row -> {
                file.row(row);
                if (++counted[0] % LOOK_EVERY == 0) counted[2] = Math.max(counted[2], alive.getAsLong());
            });
            file.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(counted[0], counted[1], counted[2]);
    }
}
