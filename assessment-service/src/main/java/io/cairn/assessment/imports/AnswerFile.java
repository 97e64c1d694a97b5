package io.cairn.assessment.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of answers (RFC 4180), read row by row: a header, then one answer a row. UTF-8, with or without a byte
 * order mark; bytes that are none become U+FFFD, which no cell may hold.
 */
final class AnswerFile implements AnswerRows {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final BoundedReader reader;

    AnswerFile(InputStream in) {
        reader = new BoundedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public void read(Rows rows) throws BrokenFile, IOException, SQLException {
        try (var parser =
                CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            var records = parser.iterator();
            if (!hasNext(records, parser)) throw new BrokenFile(new BadRow(1, null, "the file is empty"));
            var header = Header.read(records.next().toList());
            while (hasNext(records, parser)) {
                var record = records.next();
                if (!isBlank(record)) read(record, header, rows);
            }
        }
    }

    private boolean hasNext(Iterator<CSVRecord> records, CSVParser parser) throws BrokenFile, IOException {
        try {
            var found = records.hasNext();
            reader.rowEnded();
            return found;
        } catch (UncheckedIOException e) {
            var row = parser.getRecordNumber() + 1;
            var cause = Objects.requireNonNull(e.getCause());
            if (cause instanceof CSVException)
                throw new BrokenFile(new BadRow(
                        row, null, "a quote in it is not closed, or something stands behind a closing quote"));
            if (cause instanceof BoundedReader.RowTooLong)
                throw new BrokenFile(new BadRow(
                        row,
                        null,
                        "it is longer than " + BoundedReader.LONGEST_ROW
                                + " characters; is a quote in it not closed?"));
            throw cause;
        }
    }

    private static void read(CSVRecord record, Header header, Rows rows) throws SQLException {
        var row = record.getRecordNumber();
        if (record.size() != header.size())
            rows.bad(new BadRow(
                    row,
                    null,
                    "it has " + record.size() + " cells where the header has " + header.size() + " columns"));
        else header.read(row, record.toList(), rows);
    }

    private static boolean isBlank(CSVRecord record) {
        for (var cell : record) if (!cell.isBlank()) return false;
        return true;
    }
}
