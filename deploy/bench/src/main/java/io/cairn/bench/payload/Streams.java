package io.cairn.bench.payload;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Where one caller appends: a stream of its own, and after some events the next. */
public final class Streams {
    private static final int LENGTH = 100;

    private UUID stream = next();
    private long version = -1;

    /** Goes on to the next event's place. */
    public void advance() {
        if (++version == LENGTH) {
            stream = next();
            version = 0;
        }
    }

    public UUID stream() {
        return stream;
    }

    public long version() {
        return version;
    }

    /** Random as to its place in an index, as an id made from a natural key is. */
    public static UUID next() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }
}
