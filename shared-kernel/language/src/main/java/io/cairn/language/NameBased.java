package io.cairn.language;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based ids, RFC 9562 version 5 (SHA-1) in a name space of our own. */
final class NameBased {
    private static final UUID CAIRN = UUID.fromString("6f1f6a4e-3c58-5a6e-9d0a-0c5a1c41a172");

    private NameBased() {}

    /** Parts are length-prefixed, so that no two different lists of parts have the same name. */
    static UUID uuid(String... parts) {
        var sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(CAIRN.getMostSignificantBits())
                .putLong(CAIRN.getLeastSignificantBits())
                .array());
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            sha1.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha1.update(bytes);
        }
        var hash = ByteBuffer.wrap(sha1.digest());
        var high = (hash.getLong() & ~0xF000L) | 0x5000L;
        var low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
