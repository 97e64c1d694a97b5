package io.cairn.platform.trace;

import io.cairn.platform.problem.RequestId;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Each request, called by its method and the template of its path: the path itself has names in it. */
final class TracedRequests extends OncePerRequestFilter {
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int FAULT = 500;

    private final Tracing tracing;

    TracedRequests(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    @SuppressWarnings("try")
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var method = METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER";
        var span = tracing.begin(SpanKind.SERVER, method, RequestId.of(request), RequestId.parent(request));
        span.setAttribute(METHOD, method);
        var status = FAULT;
        try (var scope = span.makeCurrent()) {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            ended(span, request, method, status);
        }
    }

    private static void ended(Span span, HttpServletRequest request, String method, int status) {
        span.setAttribute(STATUS, (long) status);
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route)
            span.updateName(method + " " + route).setAttribute(ROUTE, route);
        if (status >= FAULT) Tracing.failed(span, Integer.toString(status));
        span.end();
    }
}
