package io.cairn.platform.web;

import io.cairn.platform.command.Receipt;
import io.cairn.platform.problem.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The headers of conditional requests and of positions. */
public final class Answers {
    /** Where in the order of all events a command's last event stands; for {@code ?min-position=}. */
    public static final String POSITION = "X-Event-Position";

    private static final Pattern ETAG = Pattern.compile("\"v(0|[1-9][0-9]{0,17})\"");

    private Answers() {}

    /** {@code ETag: "v17"} (none for an empty stream) and {@code X-Event-Position} of a command. */
    public static HttpHeaders headers(Receipt receipt) {
        var headers = new HttpHeaders();
        if (receipt.version() >= 0) headers.setETag(etag(receipt.version()));
        headers.set(POSITION, Long.toString(receipt.position()));
        return headers;
    }

    /** {@code "v17"}. */
    public static String etag(long version) {
        return "\"v" + version + "\"";
    }

    /** The version in {@code If-Match}, null when the header is absent or {@code *}; anything else unreadable is a 400. */
    public static @Nullable Long expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) return null;
        var matcher = ETAG.matcher(ifMatch.strip());
        if (matcher.matches()) return Long.valueOf(matcher.group(1));
        throw Problem.of(400, "invalid-header", "A header of the request is not valid.")
                .at("If-Match", "expected an ETag as this API gives them, as in \"v17\"")
                .exception();
    }

    /** As {@link #expectedVersion}, but an absent header is a 428. */
    public static @Nullable Long requiredVersion(@Nullable String ifMatch) {
        if (ifMatch == null)
            throw Problem.of(428, "precondition-required", "This request needs If-Match with the version it is about.")
                    .exception();
        return expectedVersion(ifMatch);
    }
}
