package io.cairn.platform.command;

import io.cairn.eventstore.AppendKey;
import io.cairn.language.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that its sender may repeat. Its commands, counted in order, get keys that are the same each time, under
 * which the store appends once; a repeated command then answers what the first one did.
 */
public final class Once {
    private static final ScopedValue<Once> CURRENT = ScopedValue.newInstance();

    private final byte[] request;
    private int commands;

    private Once(byte[] request) {
        this.request = request;
    }

    /** @param key what its sender calls the request, or a digest of that; another sender's is another request */
    public static Once of(String sender, byte[] key) {
        var digest = sha256();
        digest.update(sender.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return new Once(digest.digest(key));
    }

    /** Handles the request: {@code work} and all it sends on this thread. */
    public <R extends @Nullable Object, X extends Throwable> R call(ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** The key of the next command of the request being handled; null when it is not one that may be repeated. */
    static @Nullable AppendKey nextKey(TenantId tenant) {
        return CURRENT.isBound() ? CURRENT.get().next(tenant) : null;
    }

    private AppendKey next(TenantId tenant) {
        var digest = sha256();
        digest.update(request);
        var bits = ByteBuffer.wrap(
                digest.digest(ByteBuffer.allocate(4).putInt(commands++).array()));
        return new AppendKey(tenant, new UUID(bits.getLong(), bits.getLong()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
