package io.cairn.platform.identity;

import io.cairn.platform.access.AccessKind;
import io.cairn.platform.access.AccessLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Writes down what was denied, by the role or by the decision, and what the operator changed. */
final class Watched implements HandlerInterceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final AccessLog log;

    Watched(AccessLog log) {
        this.log = log;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        var caller = Callers.current().orElse(null);
        if (caller == null) return;
        var kind = response.getStatus() == 403
                ? AccessKind.DENIED
                : caller.roles().contains(Role.OPERATOR)
                                && !READING.contains(request.getMethod())
                                && response.getStatus() < 300
                        ? AccessKind.OPERATED
                        : null;
        if (kind != null)
            log.note(kind, caller.tenantOrNone(), caller.actor(), request.getRemoteAddr(), operation(request));
    }

    /** Its pattern: what stands in a path may be anything. */
    private static String operation(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return request.getMethod() + " " + (pattern == null ? "?" : pattern);
    }
}
