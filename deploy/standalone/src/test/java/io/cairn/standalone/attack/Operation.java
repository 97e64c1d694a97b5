package io.cairn.standalone.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the services answer to, read off their handlers and not off what is said of them.
 *
 * @param consumes an accepted type of the body, JSON where nothing is said
 * @param produces the only type there is; every type where nothing is said
 */
record Operation(String method, String path, Set<Role> allowed, String consumes, String produces) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    String name() {
        return method + " " + path;
    }

    boolean hasBody() {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    /** The same operation may have several representations, and so be here several times. */
    static List<Operation> all() {
        var operations = new ArrayList<Operation>();
        Target.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    var allowed = handler.getMethodAnnotation(Allowed.class);
                    for (var path : mapping.getPatternValues())
                        if (path.startsWith("/api/"))
                            for (var method : mapping.getMethodsCondition().getMethods())
                                operations.add(of(
                                        mapping,
                                        method.name(),
                                        path,
                                        allowed == null ? Set.of() : Set.of(allowed.value())));
                });
        operations.sort(Comparator.comparing(Operation::path)
                .thenComparing(Operation::method)
                .thenComparing(Operation::produces));
        return operations;
    }

    private static Operation of(RequestMappingInfo mapping, String method, String path, Set<Role> allowed) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(allowed);
        return new Operation(
                method,
                path,
                roles,
                first(mapping.getConsumesCondition().getConsumableMediaTypes(), "application/json"),
                first(mapping.getProducesCondition().getProducibleMediaTypes(), "*/*"));
    }

    private static String first(Set<MediaType> types, String otherwise) {
        return types.stream().map(MediaType::toString).sorted().findFirst().orElse(otherwise);
    }

    /** With a well-formed value for each variable, and an empty object where there is a body. */
    Shot shot() {
        return shot(Operation::anything);
    }

    Shot shot(UnaryOperator<String> variables) {
        var filled = VARIABLE.matcher(path).replaceAll(it -> Matcher.quoteReplacement(variables.apply(it.group(1))));
        var shot = Shot.of(method, filled).with("Accept", produces);
        return hasBody() ? shot.bytes(consumes, "{}".getBytes(UTF_8)) : shot;
    }

    /** Of the form that is asked for, and the name of nothing; "me" where others are closed to some roles. */
    static String anything(String variable) {
        return switch (variable) {
            case "actor" -> "me";
            case "period" -> "2026";
            case "version" -> "9.9.9";
            default -> "6f1f6a4e-0000-4000-8000-00000000dead";
        };
    }
}
