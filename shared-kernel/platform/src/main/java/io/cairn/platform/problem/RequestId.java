package io.cairn.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id: the trace id of its W3C {@code traceparent}, a random one without. It is in every log
 * line, every problem, and the correlation of every event the request causes.
 */
public final class RequestId extends OncePerRequestFilter {
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final String NO_SPAN = "0000000000000000";
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put("traceId", traceId(of(request)));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("traceId");
        }
    }

    public static UUID of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof UUID known) return known;
        var id = read(request.getHeader("traceparent"));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** Of the span, outside, that asks for this: 16 hexadecimal digits; null when the request begins its trace. */
    public static @Nullable String parent(HttpServletRequest request) {
        var traceparent = request.getHeader("traceparent");
        var matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        if (!matcher.matches() || !matcher.group(1).equals(traceId(of(request)))) return null;
        return matcher.group(2).equals(NO_SPAN) ? null : matcher.group(2);
    }

    /** As W3C writes it: 32 hexadecimal digits. */
    public static String traceId(UUID id) {
        return id.toString().replace("-", "");
    }

    private static UUID read(@Nullable String traceparent) {
        var matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        if (!matcher.matches()) return UUID.randomUUID();
        var id = matcher.group(1);
        var read =
                new UUID(Long.parseUnsignedLong(id.substring(0, 16), 16), Long.parseUnsignedLong(id.substring(16), 16));
        return read.equals(new UUID(0, 0)) ? UUID.randomUUID() : read;
    }
}
