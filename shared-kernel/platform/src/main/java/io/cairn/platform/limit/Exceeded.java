package io.cairn.platform.limit;

import java.time.Duration;
import java.util.Map;

/** Which limit was met, and when there is room again. */
public record Exceeded(Rate rate, Duration until) {
    /** Whole seconds, 1 at least. */
    public long seconds() {
        return Math.max(1, Math.ceilDiv(until.toMillis(), 1_000));
    }

    /** {@code Retry-After} of RFC 9110, and the fields of draft-ietf-httpapi-ratelimit-headers-09. */
    public Map<String, String> headers() {
        var name = '"' + rate.name() + '"';
        return Map.of(
                "Retry-After", Long.toString(seconds()),
                "RateLimit", name + ";r=0;t=" + seconds(),
                "RateLimit-Policy",
                        name + ";q=" + rate.burst() + ";w=" + rate.whole().toSeconds());
    }
}
