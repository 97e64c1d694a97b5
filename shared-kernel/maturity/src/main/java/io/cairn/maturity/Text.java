package io.cairn.maturity;

import java.util.List;
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

    /** In the first of the languages wanted that it is there in, else in English. */
    public String in(List<String> wanted) {
        return in(wanted.stream().filter(byLanguage::containsKey).findFirst().orElse("en"));
    }

    /** In the language asked for, else in English. */
    public String in(String language) {
        var words = byLanguage.get(language);
        return words != null ? words : byLanguage.getOrDefault("en", "");
    }
}
