package io.cairn.reporting.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(WordingTest.class.getResourceAsStream(file + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"words_fr", "words_nl"})
    void what_is_said_in_english_is_said_in_every_language_and_of_the_same_things(String file) throws IOException {
        var english = words("words");
        var other = words(file);
        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames())
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
    }

    private static Set<String> places(String pattern) {
        var places = new TreeSet<String>();
        var match = PLACE.matcher(pattern);
        while (match.find()) places.add(match.group(1));
        return places;
    }

    @Test
    void an_apostrophe_is_said_as_it_is() {
        assertThat(Wording.in(Language.FR).say("quarterly.company")).isEqualTo("L'entreprise entière");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-,-,-", "-,de,-", "-,'de, nl;q=0.3',NL", "-,fr-CA,FR", "en,fr,EN", "-,(),-"})
    void the_query_decides_and_then_the_header(String query, String header, Language wanted) {
        assertThat(Language.wanted(query, header)).isEqualTo(wanted);
    }
}
