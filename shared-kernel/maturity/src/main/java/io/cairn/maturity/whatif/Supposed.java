package io.cairn.maturity.whatif;

import io.cairn.language.Answer;
import io.cairn.language.Evidence;
import io.cairn.language.Response;
import io.cairn.maturity.AgreedAnswer;
import java.time.LocalDate;
import java.util.List;

/** An answer that nobody gave, with evidence that nobody has. */
final class Supposed {
    private Supposed() {}

    static AgreedAnswer answer(Change change, LocalDate asOf) {
        var evidence = new Evidence("https://evidence.invalid/", null, asOf);
        return AgreedAnswer.of(new Answer(new Response.Given(change.needed()), null, List.of(evidence), null));
    }
}
