package io.cairn.bench.payload;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.json.EventJson;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import java.util.List;
import java.util.UUID;

/** Answers as Cairn's own event; its payload is {@link Payloads#BYTES} bytes of JSON. */
public final class CairnAnswers {
    public static final Origin ORIGIN =
            new Origin(new ActorId("key:bench"), Channel.API, new UUID(0x0197_0000_0000_7000L, 42), null);

    private static final EventJson JSON = EventJson.standard();
    private static final List<Evidence> EVIDENCE = Payloads.padded(
            padding -> JSON.write(with(evidence(padding), 0)).payload().length(), CairnAnswers::evidence);

    private CairnAnswers() {}

    /** Answers with another number say something else. */
    public static AnswerRecorded recorded(long number) {
        return with(EVIDENCE, number);
    }

    /** As it is stored. */
    public static EventJson.Form form() {
        return JSON.write(recorded(0));
    }

    /** As it is stored beside. */
    public static String metadata() {
        return JSON.writeBeside(ORIGIN);
    }

    private static List<Evidence> evidence(String padding) {
        return Payloads.links(padding).stream()
                .map(url -> new Evidence(url, null, null))
                .toList();
    }

    private static AnswerRecorded with(List<Evidence> evidence, long number) {
        var value = new Response.Given(AnswerValue.of((double) Payloads.value(number)));
        return new AnswerRecorded(
                new QuestionKey(Payloads.question(number)), new Answer(value, null, evidence, 4), null);
    }
}
