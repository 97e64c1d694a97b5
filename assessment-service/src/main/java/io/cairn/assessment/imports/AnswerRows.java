package io.cairn.assessment.imports;

import java.io.IOException;
import java.sql.SQLException;

/** A file of answers, whatever its form: a header, then one answer a row. */
interface AnswerRows {
    interface Rows {
        void row(Cells cells) throws SQLException;

        void bad(BadRow row) throws SQLException;
    }

    /**
     * Row by row.
     *
     * @throws BrokenFile at the first place from which it cannot be read on
     * @throws IOException when the stream itself fails
     */
    void read(Rows rows) throws BrokenFile, IOException, SQLException;
}
