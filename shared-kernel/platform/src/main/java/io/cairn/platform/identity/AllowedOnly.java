package io.cairn.platform.identity;

import io.cairn.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets in those whom {@link Allowed} names, and nobody where it is missing. */
final class AllowedOnly implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true; // nothing there: a 404 follows
        var allowed = method.getMethodAnnotation(Allowed.class);
        var caller = Callers.current();
        if (caller.isPresent() && caller.get().isNewcomer()) {
            if (allowed != null && allowed.newcomers()) return true;
            throw unknown();
        }
        if (allowed == null
                || caller.isEmpty()
                || Collections.disjoint(caller.get().roles(), List.of(allowed.value()))) throw forbidden();
        return true;
    }

    /** As if the token said nothing: whose it is belongs to no tenant. */
    private static RuntimeException unknown() {
        return Problem.of(401, "unauthorized", "A valid bearer token or API key is required.")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .exception();
    }

    private static RuntimeException forbidden() {
        return Problem.of(403, "forbidden", "The caller's role does not allow this.")
                .exception();
    }
}
