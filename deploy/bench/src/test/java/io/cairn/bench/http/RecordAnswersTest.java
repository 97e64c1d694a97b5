package io.cairn.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.json.EventJson;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordAnswersTest {
    private static Answer answer(String link) {
        return new Answer(
                new Response.Given(AnswerValue.of(true)), null, List.of(new Evidence(link, null, null)), null);
    }

    @Test
    void what_is_stored_has_the_size_of_the_other_peers_events() {
        var changed = new AnswerChanged(
                new QuestionKey("channels-campaigns-1a"),
                answer(RecordAnswers.LINK + "165-10000"),
                answer(RecordAnswers.LINK + "165-10040"),
                null,
                null);
        assertThat(EventJson.standard().write(changed).payload().length()).isBetween(530, 570);
    }
}
