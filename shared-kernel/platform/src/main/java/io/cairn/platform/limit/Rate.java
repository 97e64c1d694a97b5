package io.cairn.platform.limit;

import java.time.Duration;

/** So many at once, and so many more each second. */
public record Rate(String name, long perSecond, long burst) {
    public Rate {
        if (perSecond < 1 || burst < 1)
            throw new IllegalArgumentException("cairn.limits." + name + ": per-second and burst are 1 at least");
    }

    /** After which nothing is known any more of who was idle so long. */
    Duration whole() {
        return Duration.ofSeconds(Math.ceilDiv(burst, perSecond));
    }
}
