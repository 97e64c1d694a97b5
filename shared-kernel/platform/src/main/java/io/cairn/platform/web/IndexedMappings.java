package io.cairn.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the operation of a request among those with as many segments and the same first ones, where Spring tries all whose path has
 * a variable: a quarter of the time a small write took was spent there. What is not found so, or more than once, is left to
 * Spring, and with it every error.
 */
final class IndexedMappings extends RequestMappingHandlerMapping {
    /** {@code /api/v1/assessments/{id}}: literals and variables, each a whole segment, the first three literals. */
    private static final Pattern PLAIN = Pattern.compile("(/[\\w.-]+){3}(/[\\w.-]+|/\\{\\w+})*");

    private static final int FIRST = 3;

    private record Operation(RequestMappingInfo mapping, HandlerMethod method) {}

    private Map<String, List<Operation>> operations = Map.of();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> methods) {
        super.handlerMethodsInitialized(methods);
        var index = new HashMap<String, List<Operation>>();
        var others = new ArrayList<Operation>();
        methods.forEach((mapping, method) -> {
            for (var path : mapping.getPatternValues()) {
                var operation = new Operation(mapping, method);
                if (PLAIN.matcher(path).matches())
                    index.computeIfAbsent(shape(path), it -> new ArrayList<>()).add(operation);
                else others.add(operation);
            }
        });
        for (var alike : index.values()) alike.addAll(others);
        operations = index;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var found = found(operations.getOrDefault(shape(path), List.of()), request);
        if (found == null) return super.lookupHandlerMethod(path, request);
        request.setAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, found.method());
        handleMatch(found.mapping(), path, request);
        return found.method();
    }

    /** Null when it is none or not the only one. */
    private @Nullable Operation found(List<Operation> alike, HttpServletRequest request) {
        Operation found = null;
        for (var each : alike) {
            var matching = getMatchingMapping(each.mapping(), request);
            if (matching == null) continue;
            if (found != null) return null;
            found = new Operation(matching, each.method());
        }
        return found;
    }

    /** The first segments and the number of all. */
    private static String shape(String path) {
        var slashes = 0;
        var end = path.length();
        for (var i = 0; i < path.length(); i++) if (path.charAt(i) == '/' && slashes++ == FIRST) end = i;
        return path.substring(0, end) + ' ' + slashes;
    }
}
