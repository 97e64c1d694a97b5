package io.cairn.platform.identity;

import io.cairn.language.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as its holder has it: {@code cairn_}, the tenant's id without dashes, {@code _}, and 256 random bits in 43
 * characters. The prefix lets scanners of leaked secrets find it.
 */
record KeyText(TenantId tenant, String text) {
    static final String PREFIX = "cairn_";

    private static final int SECRET = PREFIX.length() + 32;
    private static final int LENGTH = SECRET + 1 + 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyText fresh(TenantId tenant) {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new KeyText(tenant, PREFIX + tenant.toString().replace("-", "") + "_" + secret);
    }

    /** Null when it does not look like one. */
    static @Nullable KeyText parse(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX) || text.charAt(SECRET) != '_') return null;
        for (var i = PREFIX.length(); i < SECRET; i++) if (!isHex(text.charAt(i))) return null;
        for (var i = SECRET + 1; i < LENGTH; i++) if (!isBase64Url(text.charAt(i))) return null;
        var high = Long.parseUnsignedLong(text, PREFIX.length(), PREFIX.length() + 16, 16);
        var low = Long.parseUnsignedLong(text, PREFIX.length() + 16, SECRET, 16);
        return new KeyText(new TenantId(new UUID(high, low)), text);
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    private static boolean isBase64Url(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    byte[] hash() {
        return sha256(text);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
