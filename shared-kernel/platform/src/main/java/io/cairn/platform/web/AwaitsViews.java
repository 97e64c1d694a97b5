package io.cairn.platform.web;

import io.cairn.eventstore.projection.Projections;
import io.cairn.platform.overload.Place;
import io.cairn.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a read with {@code ?min-position=} wait until its views have seen that event. */
final class AwaitsViews implements HandlerInterceptor {
    private static final String PARAMETER = "min-position";

    private final Supplier<Projections> projections;
    private final Duration atMost;

    AwaitsViews(Supplier<Projections> projections, Duration atMost) {
        this.projections = projections;
        this.atMost = atMost;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var said = request.getParameter(PARAMETER);
        var views = views(handler);
        if (said == null || views == null) return true;
        var position = position(said);
        if (!Place.without(request, () -> projections.get().await(List.of(views.value()), position, atMost)))
            throw Problem.of(503, "view-behind", "The view has not seen that event yet.")
                    .header("Retry-After", "1")
                    .exception();
        return true;
    }

    private static @Nullable ReadsViews views(Object handler) {
        return handler instanceof HandlerMethod method ? method.getMethodAnnotation(ReadsViews.class) : null;
    }

    private static long position(String said) {
        if (!said.matches("[0-9]{1,18}"))
            throw Problem.badParameter(PARAMETER, "is a position as X-Event-Position tells it")
                    .exception();
        return Long.parseLong(said);
    }
}
