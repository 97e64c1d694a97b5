package io.cairn.proof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement in JSON: {@code {"statement": {…}, "keyId": …, "signature": …}}. Signed is the word of its kind, a
 * line feed and the statement in the form of {@link Json}; the kind keeps it from being taken for anything else.
 */
public record Statement(Map<String, @Nullable Object> statement, String keyId, String signature) {
    public static Statement sign(SigningKey key, String kind, Map<String, @Nullable Object> statement) {
        var sorted = Json.object(Json.write(new TreeMap<>(statement)));
        var signature = Base64.getEncoder().encodeToString(key.sign(message(kind, sorted)));
        return new Statement(sorted, key.published().id(), signature);
    }

    /** @throws IllegalArgumentException when it is no signed statement */
    @SuppressWarnings("unchecked")
    public static Statement read(String json) {
        var object = Json.object(json);
        if (object.get("statement") instanceof Map<?, ?> statement
                && object.get("keyId") instanceof String keyId
                && object.get("signature") instanceof String signature)
            return new Statement((Map<String, @Nullable Object>) statement, keyId, signature);
        throw new IllegalArgumentException("not a signed statement");
    }

    public boolean signedBy(String kind, Collection<PublicKey> keys) {
        return keys.stream()
                .filter(key -> key.id().equals(keyId))
                .anyMatch(key -> key.verifies(
                        message(kind, statement), Base64.getDecoder().decode(signature)));
    }

    public String json() {
        return Json.write(
                new TreeMap<String, Object>(Map.of("statement", statement, "keyId", keyId, "signature", signature)));
    }

    private static byte[] message(String kind, Map<String, @Nullable Object> statement) {
        return (kind + "\n" + Json.write(statement)).getBytes(StandardCharsets.UTF_8);
    }
}
