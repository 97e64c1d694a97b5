package io.cairn.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Where in the request the refused thing was said: an unknown name in the path is a 404, in a query parameter or
 * the body a 422 that points to it.
 *
 * @param prefix begins every pointer, empty for the whole body
 */
record Place(Map<String, String> path, Set<String> parameters, String prefix) {
    static Place of(HttpServletRequest request) {
        var path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return new Place(strings(path), request.getParameterMap().keySet(), "");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> strings(Object variables) {
        return variables instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
    }

    /** In one of many. */
    Place entry(String list, int index) {
        return new Place(Map.of(), Set.of(), prefix + "/" + list + "/" + index);
    }

    /** Of an entry itself, or of a member that is the same outside of any list. */
    String pointerToEntryOr(String member) {
        return prefix.isEmpty() ? pointer(member) : prefix;
    }

    boolean inPath(Object named) {
        return path.containsValue(named.toString());
    }

    String pointer(String member) {
        return prefix.isEmpty() && parameters.contains(member) ? "?" + member : prefix + "/" + member;
    }
}
