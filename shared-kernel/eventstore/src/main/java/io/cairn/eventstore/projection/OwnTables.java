package io.cairn.eventstore.projection;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables that a view names as its own, found in its statements. */
final class OwnTables {
    private final @Nullable Pattern names;
    private final Map<String, Set<String>> touched = new ConcurrentHashMap<>();

    OwnTables(List<String> tables) {
        this.names = tables.isEmpty()
                ? null
                : Pattern.compile(tables.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(", ")\\b")));
    }

    /** Whether it makes no difference which of two statements comes first; those that name no table may do anything. */
    boolean apart(String sql, String other) {
        var one = touched(sql);
        var two = touched(other);
        return !one.isEmpty() && !two.isEmpty() && Collections.disjoint(one, two);
    }

    /** The statement with other tables in the place of its own. */
    String replaced(String sql, Map<String, String> by) {
        if (names == null) return sql;
        return names.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(by.getOrDefault(found.group(), found.group())));
    }

    private Set<String> touched(String sql) {
        if (names == null) return Set.of();
        var known = touched.get(sql);
        if (known != null) return known;
        var found = names.matcher(sql).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
        touched.put(sql, found);
        return found;
    }
}
