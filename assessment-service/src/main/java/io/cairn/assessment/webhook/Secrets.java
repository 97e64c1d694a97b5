package io.cairn.assessment.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cairn.language.TenantId;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The secrets of webhooks. None is stored: each follows from the platform's own and from what it is the secret of. */
final class Secrets {
    private static final String PREFIX = "whsec_";

    private final Supplier<byte[]> platform;
    private final @Nullable String key;

    /** @param platform asked for when the first secret is */
    Secrets(Supplier<byte[]> platform, @Nullable String key) {
        this.platform = platform;
        this.key = key;
    }

    /** 256 bits. @param generation counted from 0, one more with each rotation */
    byte[] secret(TenantId tenant, UUID webhook, int generation) {
        var master = platform.get();
        if (key != null)
            master = Signature.hmac(key.getBytes(UTF_8), Base64.getEncoder().encodeToString(master));
        return Signature.hmac(master, "webhook " + tenant + " " + webhook + " " + generation);
    }

    /** As its holder has it. */
    static String text(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }
}
