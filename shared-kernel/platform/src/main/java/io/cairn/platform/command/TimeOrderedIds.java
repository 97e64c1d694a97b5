package io.cairn.platform.command;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of messages and events: UUIDs of version 7 (RFC 9562), the time in milliseconds and 74 bits of chance. They
 * need to be unique, not secret, so no secure random number is drawn for each: a process draws where to begin and goes
 * on in scrambled steps. Axon finds this class by its service file.
 */
public final class TimeOrderedIds extends IdentifierFactory {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final AtomicLong place;
    private final long process;

    public TimeOrderedIds() {
        var random = new SecureRandom();
        place = new AtomicLong(random.nextLong());
        process = random.nextLong();
    }

    @Override
    public String generateIdentifier() {
        return next(System.currentTimeMillis()).toString();
    }

    UUID next(long millis) {
        var steps = place.getAndAdd(STEP);
        return new UUID(millis << 16 | 0x7000 | (process & 0xfff), Long.MIN_VALUE | (scrambled(steps ^ process) >>> 2));
    }

    // the finaliser of SplitMix64, one to one
    private static long scrambled(long steps) {
        var it = (steps ^ (steps >>> 30)) * 0xbf58476d1ce4e5b9L;
        it = (it ^ (it >>> 27)) * 0x94d049bb133111ebL;
        return it ^ (it >>> 31);
    }
}
