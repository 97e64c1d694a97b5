package io.cairn.assessment.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cairn.language.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an invited person shows: the tenant, so that the look-up is the tenant's own, and 256 random bits. */
record InvitationToken(TenantId tenant, String text) {
    private static final String PREFIX = "invitation_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{32})_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static InvitationToken fresh(TenantId tenant) {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new InvitationToken(tenant, PREFIX + tenant.toString().replace("-", "") + "_" + secret);
    }

    /** Null when it does not look like one. */
    static @Nullable InvitationToken parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) return null;
        var id = matcher.group(1);
        var high = Long.parseUnsignedLong(id.substring(0, 16), 16);
        var low = Long.parseUnsignedLong(id.substring(16), 16);
        return new InvitationToken(new TenantId(new UUID(high, low)), text);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
