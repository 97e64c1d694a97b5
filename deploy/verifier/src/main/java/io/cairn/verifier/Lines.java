package io.cairn.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of a text as bytes, without making strings of them. */
final class Lines implements AutoCloseable {
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int next;
    private int filled;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes on to the next line; false at the end. */
    boolean next() throws IOException {
        start = next;
        for (var at = start; ; at++) {
            if (at == filled) {
                at -= start;
                if (!refill()) {
                    end = filled;
                    next = filled;
                    return end > start;
                }
            }
            if (buffer[at] == '\n') {
                end = at;
                next = at + 1;
                return true;
            }
        }
    }

    /** Keeps what is of the line and reads more behind it; false at the end. */
    private boolean refill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
        if (filled == buffer.length) buffer = Arrays.copyOf(buffer, buffer.length * 2);
        var read = in.read(buffer, filled, buffer.length - filled);
        if (read <= 0) return false;
        filled += read;
        return true;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    String text() {
        return new String(buffer, start, length(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
