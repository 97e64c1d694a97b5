package io.cairn.reporting.request;

import io.cairn.platform.problem.Problem;
import java.util.Map;

/** Query parameters by their names. */
public final class Parameters {
    private Parameters() {}

    /** One that is missing is a 400 that points to it, as where Spring reads them. */
    public static String required(Map<String, String> asked, String name) {
        var said = asked.get(name);
        if (said == null) throw Problem.badParameter(name, "is missing").exception();
        return said;
    }
}
