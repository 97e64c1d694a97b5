package io.cairn.assessment.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Keeps one row from filling the memory, as a quote that never closes or a line of a million commas would: between
 * two {@link #rowEnded} no more than a bound is given out. A byte order mark is left out.
 */
final class BoundedReader extends FilterReader {
    /** Several times the longest row whose texts are all as long as they may be. */
    static final int LONGEST_ROW = 200_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private int since;
    private boolean begun;

    BoundedReader(Reader in) {
        super(in);
    }

    /** A row is longer than any row may be. */
    static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    void rowEnded() {
        since = 0;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (since > LONGEST_ROW) throw new RowTooLong();
        if (length == 0) return 0;
        if (!begun) {
            begun = true;
            var first = in.read();
            if (first < 0) return -1;
            if (first != BYTE_ORDER_MARK) {
                into[offset] = (char) first;
                since++;
                return 1;
            }
        }
        var read = in.read(into, offset, Math.min(length, 8_192));
        since += Math.max(read, 0);
        return read;
    }
}
