package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.ModelRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The marketing models speak the languages of their sources and of those who use them. */
class ShippedLanguagesTest {
    private static final Set<String> MARKETING =
            Set.of("boufim-barka-2021", "marketing-ops-5", "memm", "rsg-reference-models", "rutten-dmm");
    private static final List<String> LANGUAGES = List.of("en", "fr", "nl");

    static Stream<ModelFile> marketing() {
        return ShippedModels.all().stream()
                .filter(file -> MARKETING.contains(file.model().ref().key().value()));
    }

    @Test
    void all_five_are_looked_at() {
        assertThat(marketing()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("marketing")
    void every_text_is_there_in_english_french_and_dutch(ModelFile file) {
        assertThat(file.languages()).isEqualTo(Map.of("en", true, "fr", true, "nl", true));
    }

    @ParameterizedTest
    @MethodSource("marketing")
    void no_statement_is_left_in_english_or_said_twice(ModelFile file) {
        for (var language : LANGUAGES)
            assertThat(file.model().questions().values().stream()
                            .map(question -> question.text().in(language)))
                    .as("%s in %s", file.model().ref(), language)
                    .doesNotHaveDuplicates();
        for (var question : file.model().questions().values())
            assertThat(Set.copyOf(question.text().byLanguage().values()))
                    .as("%s", question.key())
                    .hasSize(LANGUAGES.size());
    }

    @ParameterizedTest
    @MethodSource("marketing")
    void whose_words_they_are_is_said_for_each_language(ModelFile file) {
        assertThat(file.model().languages()).containsOnlyKeys(LANGUAGES);
        assertThat(file.model().languages().get("fr")).isEqualTo(Wording.TRANSLATION);
    }

    @Test
    void the_dutch_source_speaks_for_itself() {
        var rutten = ShippedModels.find(ModelRef.of("rutten-dmm", "1.0.0"))
                .orElseThrow()
                .model();
        assertThat(rutten.languages().get("nl")).isEqualTo(Wording.SOURCE);
        assertThat(rutten.stages().getLast().definition().in("nl"))
                .contains("360 graden klantbeeld", "voorspellende modellen", "1-op-1 communicatie");
    }
}
