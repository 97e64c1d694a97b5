package io.cairn.reporting.export;

import io.cairn.platform.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a query string says of the file and of the report. */
record Request(Format format, Map<String, String> asked) {
    private static final Set<String> OF_THE_FILE = Set.of("format", "language", "min-position");
    /** What may stand in a file's name: what the caller asked for, and nobody's words. */
    private static final List<String> NAMED =
            List.of("unit", "under", "model", "period", "effective", "from", "to", "group");

    static Request of(Map<String, String[]> query, Set<String> known) {
        var asked = new LinkedHashMap<String, String>();
        query.forEach((name, values) -> {
            if (OF_THE_FILE.contains(name)) return;
            if (!known.contains(name))
                throw Problem.badParameter(name, "the report has no such parameter")
                        .exception();
            asked.put(name, values[0]);
        });
        var format = query.get("format");
        return new Request(format(format == null ? "" : format[0]), asked);
    }

    private static Format format(String said) {
        for (var format : Format.values()) if (format.extension().equals(said)) return format;
        throw Problem.badParameter(
                        "format",
                        "must be "
                                + String.join(
                                        ", ",
                                        Stream.of(Format.values())
                                                .map(Format::extension)
                                                .toList()))
                .exception();
    }

    List<String> nameParts() {
        return NAMED.stream().filter(asked::containsKey).map(asked::get).toList();
    }
}
