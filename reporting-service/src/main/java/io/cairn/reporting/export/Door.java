package io.cairn.reporting.export;

import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.ReadsViews;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the report itself says at its own address: who may read it, which views it waits for and what it can be asked.
 * Nothing of it is said twice, so that a file cannot be had by whom the report is closed to.
 */
record Door(Set<Role> roles, List<String> views, Set<String> parameters) {
    /** A file is not cut into pages. */
    private static final Set<String> OF_PAGES = Set.of("limit", "cursor");

    static Door of(RequestMappingHandlerMapping handlers, ExportableReport report) {
        var path = report.path();
        var handler = handlers.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getKey().getPatternValues().contains(path)
                        && it.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no report at " + path));
        var allowed = handler.getMethodAnnotation(Allowed.class);
        var reads = handler.getMethodAnnotation(ReadsViews.class);
        if (allowed == null || reads == null)
            throw new IllegalStateException("the report at " + path + " does not say who may read what");
        return new Door(Set.of(allowed.value()), List.of(reads.value()), parameters(handler, report));
    }

    private static Set<String> parameters(HandlerMethod handler, ExportableReport report) {
        var names = new LinkedHashSet<String>();
        for (var parameter : handler.getMethodParameters()) {
            var place = parameter.getParameterAnnotation(PathVariable.class);
            if (place != null) names.add(report.places().getOrDefault(place.name(), place.name()));
            var single = parameter.getParameterAnnotation(RequestParam.class);
            if (single != null) names.add(single.name());
            if (parameter.hasParameterAnnotation(ModelAttribute.class))
                components(parameter).forEach(names::add);
        }
        names.removeAll(OF_PAGES);
        return names;
    }

    private static Stream<String> components(MethodParameter parameter) {
        var components = parameter.getParameterType().getRecordComponents();
        return components == null ? Stream.empty() : Stream.of(components).map(RecordComponent::getName);
    }
}
