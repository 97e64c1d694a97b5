package io.cairn.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said to one question. {@code certainty} is 1 (a guess) to 5 (certain). */
public record Answer(
        Response response,
        @Nullable FreeText rationale,
        List<Evidence> evidence,
        @Nullable Integer certainty) {
    public Answer {
        evidence = List.copyOf(evidence);
        if (evidence.size() > 20) throw new InvalidValue("an answer has 20 evidence links at most");
        if (certainty != null && (certainty < 1 || certainty > 5))
            throw new InvalidValue("certainty is between 1 and 5");
    }

    public static Answer of(AnswerValue value) {
        return new Answer(new Response.Given(value), null, List.of(), null);
    }

    public static Answer notApplicable(String reason) {
        return new Answer(new Response.NotApplicable(FreeText.of(reason)), null, List.of(), null);
    }

    public Answer with(Response other) {
        return new Answer(other, rationale, evidence, certainty);
    }
}
