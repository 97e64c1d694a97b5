package io.cairn.platform.web;

import io.cairn.eventstore.projection.PolicyRegistration;
import io.cairn.eventstore.projection.ViewRegistration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A {@link ReadsViews} that names a view or policy which is not here is found at start. */
final class EveryReadNamesItsViews implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping handlers;
    private final ObjectProvider<ViewRegistration> views;
    private final ObjectProvider<PolicyRegistration> policies;

    EveryReadNamesItsViews(
            RequestMappingHandlerMapping handlers,
            ObjectProvider<ViewRegistration> views,
            ObjectProvider<PolicyRegistration> policies) {
        this.handlers = handlers;
        this.views = views;
        this.policies = policies;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var kept = Stream.concat(
                        views.stream().map(it -> it.view().name()),
                        policies.stream().map(it -> it.policy().name()))
                .collect(Collectors.toSet());
        var unknown = named().filter(name -> !kept.contains(name)).collect(Collectors.joining(", "));
        if (!unknown.isEmpty())
            throw new IllegalStateException("@ReadsViews names views that are not here: " + unknown);
    }

    private Stream<String> named() {
        return handlers.getHandlerMethods().values().stream()
                .map(handler -> handler.getMethodAnnotation(ReadsViews.class))
                .flatMap(reads -> reads == null ? Stream.empty() : Set.of(reads.value()).stream());
    }
}
