package io.cairn.assessment.model;

import io.cairn.platform.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** In which languages a reader wants texts, the best first. */
public final class WantedLanguages {
    /** More than anybody speaks; each is looked for in every text. */
    private static final int MOST = 20;

    private WantedLanguages() {}

    /**
     * What the query asks for, else the header. Each is a language range (RFC 4647), and is followed by the less special
     * ones: {@code fr-CA} finds {@code fr} too. Empty when neither asks. A header that cannot be read asks for nothing.
     */
    public static List<String> of(@Nullable String query, @Nullable String header) {
        if (query != null) return parse(query, true);
        return header == null ? List.of() : parse(header, false);
    }

    private static List<String> parse(String ranges, boolean strict) {
        try {
            var tags = new LinkedHashSet<String>();
            for (var range : LanguageRange.parse(ranges))
                if (range.getWeight() > 0 && !range.getRange().startsWith("*")) addLessAndLessSpecial(range, tags);
            return List.copyOf(tags);
        } catch (IllegalArgumentException e) {
            if (strict)
                throw Problem.badParameter("language", "must be a language, as in fr")
                        .exception();
            return List.of();
        }
    }

    private static void addLessAndLessSpecial(LanguageRange range, LinkedHashSet<String> tags) {
        var tag = range.getRange();
        for (var end = tag.length(); end > 0 && tags.size() < MOST; end = tag.lastIndexOf('-', end - 1))
            tags.add(tag.substring(0, end));
    }
}
