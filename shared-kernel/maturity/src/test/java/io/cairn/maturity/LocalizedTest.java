package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.maturity.file.Localized;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalizedTest {
    private static final AuthoredFile FILE = AuthoredFile.valid();

    private static Localized in(String... languages) {
        return ModelFile.localized(FILE.text(), List.of(languages));
    }

    private static JsonNode json(Localized model) {
        return JsonMapper.shared().readTree(model.json());
    }

    @Test
    void every_text_is_in_the_first_language_wanted_that_it_has() {
        var json = json(in("fr", "nl"));
        assertThat(json.at("/title").asString()).isEqualTo("Toutes les échelles");
        assertThat(json.at("/stages/1/title").asString()).isEqualTo("Fini");
        assertThat(json.at("/dimensions/0/questions/1/text").asString()).isEqualTo("Hoeveel is er klaar?");
        assertThat(json.at("/scales/how-much/options/1/label").asString()).isEqualTo("Enkele");
        assertThat(json.at("/scales/agree/labels/0").asString()).isEqualTo("Disagree");
    }

    @Test
    void what_is_in_no_language_wanted_is_in_english_and_all_languages_are_told() {
        assertThat(in("fr", "nl").languages()).containsExactly("fr", "nl", "en");
        assertThat(in("de").languages()).containsExactly("en");
        assertThat(in().languages()).containsExactly("en");
        assertThat(json(in("de")).at("/title").asString()).isEqualTo("Every scale");
    }

    @Test
    void every_statement_says_its_provenance() {
        var json = json(in("en"));
        assertThat(json.at("/stages/0/provenance").asString()).isEqualTo("stated");
        assertThat(json.at("/stages/1/provenance").asString()).isEqualTo("inferred");
        assertThat(json.at("/dimensions/0/provenance").asString()).isEqualTo("stated");
        assertThat(json.at("/dimensions/0/questions/0/provenance").asString()).isEqualTo("inferred");
        assertThat(json.at("/dimensions/0/questions/1/provenance").asString()).isEqualTo("stated");
        assertThat(json.at("/dimensions/1/questions/0/provenance").asString()).isEqualTo("stated");
        assertThat(json.at("/languages/fr").asString()).isEqualTo("source");
    }

    @Test
    void a_language_is_complete_when_every_text_is_there_in_it() {
        var all = ModelFile.read(FILE.text()).languages();
        assertThat(all).isEqualTo(Map.of("en", true, "fr", false, "nl", false));
    }

    @Test
    void languages_are_found_whatever_their_case() {
        var file = FILE.with("fr: Toutes les échelles", "zh-Hant: 各種量表");
        assertThat(json(ModelFile.localized(file.text(), List.of("zh-hant")))
                        .at("/title")
                        .asString())
                .isEqualTo("各種量表");
        assertThat(ModelFile.read(file.text()).languages()).containsEntry("zh-hant", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "labels", "title"})
    void a_scale_may_be_called_like_a_text(String name) {
        var file = FILE.with("  agree:\n", "  " + name + ":\n").with("scale: agree", "scale: " + name);
        var json = json(ModelFile.localized(file.text(), List.of("nl")));
        assertThat(json.at("/scales/" + name + "/type").asString()).isEqualTo("likert");
        assertThat(json.at("/scales/" + name + "/labels/0").asString()).isEqualTo("Disagree");
    }
}
