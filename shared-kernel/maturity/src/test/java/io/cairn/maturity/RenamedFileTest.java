package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.ModelRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clone is the same file under another key and version. */
class RenamedFileTest {
    private static final ModelRef OTHER = ModelRef.of("2.0", "7.0.0");
    private static final AuthoredFile FILE = AuthoredFile.valid();

    @Test
    void nothing_but_key_and_version_changes_in_yaml() {
        var renamed = ModelFile.read(FILE.text()).renamed(OTHER);
        assertThat(renamed.model().ref()).isEqualTo(OTHER);
        assertThat(renamed.text())
                .isEqualTo(FILE.with("key: every-scale", "key: \"2.0\"")
                        .with("version: 1.2.3", "version: \"7.0.0\"")
                        .text());
    }

    @Test
    void a_shipped_model_keeps_its_comments_and_languages() {
        var shipped = ShippedModels.find(ModelRef.of("rutten-dmm", "1.0.0")).orElseThrow();
        var renamed = shipped.renamed(ModelRef.of("ours", "1.0.0"));
        assertThat(renamed.text()).contains("# Why this rule:");
        assertThat(renamed.model().dimensions()).isEqualTo(shipped.model().dimensions());
    }

    @Test
    void json_stays_json() {
        var json = AuthoredFile.resource("every-scale.json");
        var renamed = ModelFile.read(json.text()).renamed(OTHER);
        assertThat(renamed.text()).startsWith("{");
        assertThat(renamed.model().ref()).isEqualTo(OTHER);
        assertThat(renamed.model().dimensions()).isEqualTo(json.model().dimensions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"key: >-\n  every-scale\n", "\"key\": 'every-scale' # ours\n", "key:   \"every-scale\"\n"})
    void it_does_not_matter_how_the_key_is_written(String key) {
        var file = FILE.with("key: every-scale\n", key).with("# A small", "# 🏔 A small");
        assertThat(ModelFile.read(file.text()).renamed(OTHER).model().ref()).isEqualTo(OTHER);
    }

    @Test
    void a_byte_order_mark_is_no_harm() {
        assertThat(ModelFile.read("\uFEFF" + FILE.text()).renamed(OTHER).model().ref())
                .isEqualTo(OTHER);
    }
}
