package io.cairn.platform.identity;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A forgotten {@link Allowed} is found at start and not by the first caller who gets a 403. */
final class EveryHandlerSaysWhoIsAllowed implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping handlers;

    EveryHandlerSaysWhoIsAllowed(RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var closed = closed(handlers.getHandlerMethods());
        if (!closed.isEmpty()) throw new IllegalStateException("@Allowed is missing on " + String.join(", ", closed));
    }

    static List<String> closed(Map<RequestMappingInfo, HandlerMethod> handlers) {
        return handlers.entrySet().stream()
                .filter(handler -> handler.getKey().getPatternValues().stream().anyMatch(p -> p.startsWith("/api/")))
                .filter(handler -> !handler.getValue().hasMethodAnnotation(Allowed.class))
                .map(handler -> handler.getValue().getShortLogMessage())
                .sorted()
                .toList();
    }
}
