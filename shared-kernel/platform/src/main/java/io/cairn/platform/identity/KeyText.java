package io.cairn.platform.identity;

import io.cairn.language.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key as its holder has it: {@code cairn_}, the tenant's id without dashes, {@code _}, and 256 random bits in 43
 * characters. The prefix lets scanners of leaked secrets find it.
 */
record KeyText(TenantId tenant, String text) {
    static final String PREFIX = "cairn_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{32})_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyText fresh(TenantId tenant) {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new KeyText(tenant, PREFIX + tenant.toString().replace("-", "") + "_" + secret);
    }

    /** Null when it does not look like one. */
    static @Nullable KeyText parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) return null;
        var id = matcher.group(1);
        var high = Long.parseUnsignedLong(id.substring(0, 16), 16);
        var low = Long.parseUnsignedLong(id.substring(16), 16);
        return new KeyText(new TenantId(new UUID(high, low)), text);
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
