package io.cairn.reporting.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sentences of each language, with {@code {places}} for figures. */
final class Phrases {
    static final List<String> LANGUAGES = List.of("en", "fr", "nl");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Properties> WORDS = new HashMap<>();

    static {
        for (var language : LANGUAGES) WORDS.put(language, read(language));
    }

    private Phrases() {}

    /** The best of the languages there are; English where none is wanted, or the header cannot be read. */
    static String language(@Nullable String accepted) {
        if (accepted == null) return "en";
        try {
            var found = Locale.lookupTag(LanguageRange.parse(accepted), LANGUAGES);
            return found == null ? "en" : found;
        } catch (IllegalArgumentException e) {
            return "en";
        }
    }

    static String said(String language, String key, Map<String, Object> figures) {
        var words = WORDS.get(language);
        var phrase = words == null ? null : words.getProperty(key);
        if (phrase == null) throw new IllegalStateException("nothing is said for " + key + " in " + language);
        return PLACE.matcher(phrase)
                .replaceAll(place -> Matcher.quoteReplacement(shown(language, figures.get(place.group(1)))));
    }

    private static String shown(String language, @Nullable Object figure) {
        return switch (figure) {
            case null -> "–";
            case Double number -> {
                var format = NumberFormat.getInstance(Locale.forLanguageTag(language));
                format.setMaximumFractionDigits(2);
                yield format.format(number);
            }
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> figure.toString();
        };
    }

    static Properties read(String language) {
        var file = "summary_" + language + ".properties";
        try (var stream = Phrases.class.getResourceAsStream(file)) {
            if (stream == null) throw new IllegalStateException(file + " is not on the class path");
            var words = new Properties();
            words.load(new InputStreamReader(stream, UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
