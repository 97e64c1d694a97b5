package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final Text STAGE = new Text(Map.of("en", "Stage", "nl", "Fase"));

    @Test
    void words_are_told_in_the_language_asked_for_else_in_english() {
        assertThat(STAGE.in("nl")).isEqualTo("Fase");
        assertThat(STAGE.in("fr")).isEqualTo("Stage");
    }

    @Test
    void a_text_is_always_there_in_english() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Text(Map.of("nl", "Fase")));
    }
}
