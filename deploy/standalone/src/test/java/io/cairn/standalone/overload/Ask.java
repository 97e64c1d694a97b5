package io.cairn.standalone.overload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/** A request in the bytes it is sent as. What is written into it at one place makes each another one. */
final class Ask {
    private static final String NUMBER = "0000000000";

    final boolean writes;
    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final int numberAt;

    /** @param body may hold {@link #NUMBER} once */
    private Ask(boolean writes, String head, String body) {
        this.writes = writes;
        bytes = (head + body).getBytes(ISO_8859_1);
        buffer = ByteBuffer.wrap(bytes);
        numberAt = body.contains(NUMBER) ? head.length() + body.indexOf(NUMBER) : -1;
    }

    static Ask reads(String key, String path) {
        return new Ask(false, "GET " + path + head(key) + "\r\n", "");
    }

    /** An answer that differs from all before it by the link of its evidence. */
    static Ask answers(String key, String path) {
        var body = "{\"value\":true,\"evidence\":[{\"url\":\"https://wiki.example.com/tracking/" + NUMBER + "\"}]}";
        var type = "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return new Ask(true, "PUT " + path + head(key) + type, body);
    }

    private static String head(String key) {
        return " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\nAccept: application/json\r\n";
    }

    ByteBuffer numbered(long number) {
        if (numberAt >= 0)
            for (int i = numberAt + NUMBER.length() - 1; i >= numberAt; i--, number /= 10)
                bytes[i] = (byte) ('0' + number % 10);
        return buffer.clear();
    }
}
