package io.cairn.reporting.wording;

import io.cairn.platform.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The languages that reports speak. */
public enum Language {
    EN,
    FR,
    NL;

    private static final List<String> TAGS = List.of("en", "fr", "nl");

    /**
     * What {@code ?language=} asks for, else {@code Accept-Language}; null where neither names one that there is. A header
     * that cannot be read asks for nothing.
     */
    public static @Nullable Language wanted(@Nullable String query, @Nullable String header) {
        if (query != null) {
            var found = find(query, true);
            if (found == null) throw unknown();
            return found;
        }
        return header == null ? null : find(header, false);
    }

    /** Of the request that is being answered, as far as it names one; English where nobody asks. */
    public static Language spoken() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) return EN;
        var request = attributes.getRequest();
        var asked = request.getParameter("language");
        var header = request.getHeader("Accept-Language");
        var found = asked == null ? null : find(asked, false);
        if (found == null && asked == null && header != null) found = find(header, false);
        return found == null ? EN : found;
    }

    private static @Nullable Language find(String ranges, boolean strict) {
        try {
            var tag = Locale.lookupTag(LanguageRange.parse(ranges), TAGS);
            return tag == null ? null : valueOf(tag.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            if (strict) throw unknown();
            return null;
        }
    }

    private static RuntimeException unknown() {
        return Problem.badParameter("language", "must be en, fr or nl").exception();
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }
}
