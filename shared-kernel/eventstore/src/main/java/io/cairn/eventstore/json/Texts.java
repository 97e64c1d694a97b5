package io.cairn.eventstore.json;

import io.cairn.language.FreeText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The words of one event's free texts, each under the SHA-256 of its salt followed by its words in UTF-8. */
final class Texts {
    record Salted(String salt, String words) {}

    private final Map<String, Salted> byDigest;
    private final Supplier<byte[]> salts;

    private Texts(Map<String, Salted> byDigest, Supplier<byte[]> salts) {
        this.byDigest = byDigest;
        this.salts = salts;
    }

    static Texts toWrite(Supplier<byte[]> salts) {
        return new Texts(new LinkedHashMap<>(), salts);
    }

    static Texts toRead(Map<String, Salted> byDigest) {
        return new Texts(byDigest, () -> new byte[0]);
    }

    Map<String, Salted> byDigest() {
        return byDigest;
    }

    /** A missing text was erased. */
    FreeText find(String digest) {
        var text = byDigest.get(digest);
        return text == null ? new FreeText.Erased() : new FreeText.Written(text.words());
    }

    /** Keeps the words and returns their digest. What is erased stays so: the digest of nothing but a new salt. */
    String keep(FreeText text) {
        var salt = salts.get();
        return switch (text) {
            case FreeText.Written written -> {
                var digest = digest(salt, written.words());
                byDigest.put(digest, new Salted(HexFormat.of().formatHex(salt), written.words()));
                yield digest;
            }
            case FreeText.Erased erased -> digest(salt, "");
        };
    }

    private static String digest(byte[] salt, String words) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return HexFormat.of().formatHex(sha256.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
