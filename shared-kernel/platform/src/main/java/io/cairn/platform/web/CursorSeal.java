package io.cairn.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cairn.language.TenantId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs sort keys, so that nobody can make a cursor, or use one of another tenant or list. */
final class CursorSeal {
    private static final int SEAL = 16;

    private final SecretKeySpec secret;

    CursorSeal(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    String seal(TenantId tenant, String list, List<String> key) {
        var parts = parts(key);
        var seal = sign(tenant, list, parts);
        var cursor = ByteBuffer.allocate(SEAL + parts.length).put(seal).put(parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
    }

    /** The sort key in a cursor; null when it was not sealed here for this tenant and list. */
    @Nullable
    List<String> open(TenantId tenant, String list, String cursor) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() < SEAL) return null;
            var seal = new byte[SEAL];
            bytes.get(seal);
            var parts = new byte[bytes.remaining()];
            bytes.get(parts);
            return MessageDigest.isEqual(seal, sign(tenant, list, parts)) ? key(ByteBuffer.wrap(parts)) : null;
        } catch (IllegalArgumentException e) {
            return null; // not even base64
        }
    }

    private byte[] sign(TenantId tenant, String list, byte[] parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(parts(List.of(tenant.toString(), list)));
            mac.update(parts);
            return Arrays.copyOf(mac.doFinal(), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Length-prefixed, so that no two lists of texts look the same. */
    private static byte[] parts(List<String> texts) {
        var encoded = texts.stream().map(text -> text.getBytes(UTF_8)).toList();
        var buffer = ByteBuffer.allocate(
                encoded.stream().mapToInt(part -> part.length + 4).sum());
        for (var part : encoded) buffer.putInt(part.length).put(part);
        return buffer.array();
    }

    private static List<String> key(ByteBuffer parts) {
        var key = new ArrayList<String>();
        while (parts.hasRemaining()) {
            var part = new byte[parts.getInt()];
            parts.get(part);
            key.add(new String(part, UTF_8));
        }
        return key;
    }
}
