package io.cairn.bench.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PayloadsTest {
    @Test
    void every_peer_stores_the_same_number_of_bytes() {
        assertThat(CairnAnswers.form().payload()).hasSize(Payloads.BYTES);
        assertThat(JsonMapper.shared().writeValueAsString(AnswerNoted.numbered(17)))
                .hasSize(Payloads.BYTES);
    }

    @Test
    void an_answer_has_no_words_that_would_be_stored_beside_it() {
        assertThat(CairnAnswers.form().texts()).isNull();
    }

    @Test
    void two_answers_in_a_row_never_say_the_same() {
        for (var number = 0L; number < 10_000; number++)
            assertThat(CairnAnswers.recorded(number)).isNotEqualTo(CairnAnswers.recorded(number + 1));
    }
}
