package io.cairn.reporting.summary;

import io.cairn.language.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A period in words, each sentence with the figures it was made of.
 *
 * @param unit the unit it is about, or {@code under}: the top of the part of the tree; neither for the whole company
 * @param language of the sentences: en, fr or nl
 */
record Summary(
        @Nullable String unit,
        @Nullable String under,
        String model,
        Period period,
        String language,
        List<Sentence> sentences) {
    Summary {
        sentences = List.copyOf(sentences);
    }

    /** @param key which sentence it is, the same in every language */
    record Sentence(String key, String text, Map<String, Object> figures) {
        Sentence {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }
    }

    /** What has a key, and a name in the language of the summary. */
    record Named(String key, String title) {
        @Override
        public String toString() {
            return title;
        }
    }
}
