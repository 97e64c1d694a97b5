package io.cairn.assessment.journey.deciding;

import io.cairn.language.FreeText;
import org.jspecify.annotations.Nullable;

/** What a person makes of a proposal. Whoever departs from it says why. */
public sealed interface Verdict {
    record Accept(@Nullable FreeText reason) implements Verdict {}

    /** @param to a stage of the model, by its key or its ordinal */
    record Override(String to, FreeText reason) implements Verdict {}

    /** The journey stays where it is. */
    record Hold(FreeText reason) implements Verdict {}

    /** The assessment does not count; its period has no stage. */
    record Reject(FreeText reason) implements Verdict {}
}
