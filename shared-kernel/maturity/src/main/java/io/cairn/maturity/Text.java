package io.cairn.maturity;

import java.util.Map;
import java.util.TreeMap;

/** The same words in several languages, by language tag; English is always there. */
public record Text(Map<String, String> byLanguage) {
    public Text {
        byLanguage = Map.copyOf(new TreeMap<>(byLanguage));
        if (!byLanguage.containsKey("en")) throw new IllegalArgumentException("a text is always there in English (en)");
    }

    public static Text en(String words) {
        return new Text(Map.of("en", words));
    }

    /** In the language asked for, else in English. */
    public String in(String language) {
        var words = byLanguage.get(language);
        return words != null ? words : byLanguage.getOrDefault("en", "");
    }
}
