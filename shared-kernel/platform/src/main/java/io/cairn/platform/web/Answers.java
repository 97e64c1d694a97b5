package io.cairn.platform.web;

import io.cairn.platform.command.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The headers of conditional requests and of positions. */
public final class Answers {
    private Answers() {}

    /** {@code ETag: "v17"} and {@code X-Event-Position} of a command. */
    public static HttpHeaders headers(Receipt receipt) {
        throw new UnsupportedOperationException();
    }

    /** {@code "v17"}. */
    public static String etag(long version) {
        throw new UnsupportedOperationException();
    }

    /** The version in {@code If-Match}, null when the header is absent or {@code *}; anything else unreadable is a 400. */
    public static @Nullable Long expectedVersion(@Nullable String ifMatch) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #expectedVersion}, but an absent header is a 428. */
    public static @Nullable Long requiredVersion(@Nullable String ifMatch) {
        throw new UnsupportedOperationException();
    }
}
