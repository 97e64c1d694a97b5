package io.cairn.platform.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The same thing, seen once or many times within some seconds.
 *
 * @param number grows; of one tenant, with holes
 * @param actor null where nobody knows who it was
 * @param address from which it came
 * @param detail the operation, the reason or the key's id; never a key or token
 */
public record AccessEntry(
        long number,
        AccessKind kind,
        @Nullable String actor,
        String address,
        String detail,
        Instant first,
        Instant last,
        int times) {}
