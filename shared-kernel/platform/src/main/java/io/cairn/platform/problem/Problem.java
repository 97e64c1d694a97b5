package io.cairn.platform.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told to a client whose request was not done.
 *
 * @param type the last segment of a URI that never changes its meaning
 * @param title a sentence, the same for every problem of the type
 * @param detail a sentence about this one
 * @param extensions further members of the body
 * @param headers of the response
 */
public record Problem(
        int status,
        String type,
        String title,
        @Nullable String detail,
        List<Fault> errors,
        Map<String, Object> extensions,
        Map<String, String> headers) {
    /** Where the types live. */
    public static final String TYPES = "https://cairn.dev/problems/";

    public Problem {
        errors = List.copyOf(errors);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        headers = Map.copyOf(headers);
    }

    /**
     * What is wrong with one value.
     *
     * @param pointer a JSON pointer into the body, or {@code ?name} of a query parameter, or a header's name
     * @param line in a file, counted from 1; null where there are no lines
     */
    public record Fault(
            String pointer, String detail, @Nullable Integer line) {
        public Fault(String pointer, String detail) {
            this(pointer, detail, null);
        }
    }

    public static Problem of(int status, String type, String title) {
        return new Problem(status, type, title, null, List.of(), Map.of(), Map.of());
    }

    /** Also the answer for what belongs to another tenant. */
    public static Problem notFound() {
        return of(404, "not-found", "There is nothing here by this name.");
    }

    /** A query parameter that cannot be what it is. */
    public static Problem badParameter(String name, String detail) {
        return of(400, "invalid-parameter", "A parameter of the request is not valid.")
                .at("?" + name, detail);
    }

    /** A body that is well-formed and yet says something that cannot be said. */
    public static Problem invalidBody(String pointer, String detail) {
        return of(422, "invalid-value", "The body holds a value that is not valid.")
                .at(pointer, detail);
    }

    public Problem detail(String sentence) {
        return new Problem(status, type, title, sentence, errors, extensions, headers);
    }

    public Problem at(String pointer, String sentence) {
        return new Problem(status, type, title, sentence, List.of(new Fault(pointer, sentence)), extensions, headers);
    }

    public Problem errors(List<Fault> all) {
        return new Problem(status, type, title, detail, all, extensions, headers);
    }

    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Problem(status, type, title, detail, errors, more, headers);
    }

    public Problem header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, type, title, detail, errors, extensions, more);
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    Map<String, Object> body(String traceId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPES + type);
        body.put("title", title);
        body.put("status", status);
        if (detail != null) body.put("detail", detail);
        if (!errors.isEmpty())
            body.put("errors", errors.stream().map(Problem::body).toList());
        body.putAll(extensions);
        body.put("traceId", traceId);
        return body;
    }

    private static Map<String, Object> body(Fault fault) {
        var body = new LinkedHashMap<String, Object>();
        body.put("pointer", fault.pointer());
        if (fault.line() != null) body.put("line", fault.line());
        body.put("detail", fault.detail());
        return body;
    }
}
