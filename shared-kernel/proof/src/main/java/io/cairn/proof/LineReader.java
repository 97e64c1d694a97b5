package io.cairn.proof;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reads the parts of a line from its bytes; anything unexpected is an {@link IllegalArgumentException}. */
public final class LineReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    public LineReader(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
    }

    void goTo(int position) {
        at = position;
    }

    public void expect(String text) {
        if (end - at < text.length()) throw wrong();
        for (var i = 0; i < text.length(); i++) if (bytes[at + i] != text.charAt(i)) throw wrong();
        at += text.length();
    }

    public void expectEnd() {
        if (at != end) throw wrong();
    }

    public long number() {
        var negative = at < end && bytes[at] == '-';
        if (negative) at++;
        var from = at;
        var value = 0L;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = Math.addExact(Math.multiplyExact(value, 10L), bytes[at] - '0');
            at++;
        }
        if (at == from) throw wrong();
        return negative ? -value : value;
    }

    public UUID uuid() {
        if (end - at < 36) throw wrong();
        var high = hex(8) << 16;
        expect("-");
        high = (high | hex(4)) << 16;
        expect("-");
        high |= hex(4);
        expect("-");
        var low = hex(4) << 48;
        expect("-");
        return new UUID(high, low | hex(12));
    }

    private long hex(int digits) {
        var value = 0L;
        for (var i = 0; i < digits; i++) {
            var c = bytes[at++];
            if (c >= '0' && c <= '9') value = value << 4 | c - '0';
            else if (c >= 'a' && c <= 'f') value = value << 4 | c - 'a' + 10;
            else throw wrong();
        }
        return value;
    }

    public Hash hash() {
        if (end - at < 2 * Hash.LENGTH) throw wrong();
        var hash = new byte[Hash.LENGTH];
        for (var i = 0; i < hash.length; i++) hash[i] = (byte) hex(2);
        return Hash.read(hash, 0);
    }

    void skipString() {
        expect("\"");
        while (at < end && bytes[at] != '"') at += bytes[at] == '\\' ? 2 : 1;
        expect("\"");
    }

    String string() {
        var from = at;
        skipString();
        var plain = true;
        for (var i = from; i < at; i++) plain &= bytes[i] != '\\';
        return plain
                ? new String(bytes, from + 1, at - from - 2, StandardCharsets.UTF_8)
                : String.valueOf(Json.read(new String(bytes, from, at - from, StandardCharsets.UTF_8)));
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("the line is not as expected at byte " + at);
    }
}
