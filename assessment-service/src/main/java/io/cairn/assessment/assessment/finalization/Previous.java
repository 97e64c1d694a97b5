package io.cairn.assessment.assessment.finalization;

import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.upgrade.Upgrade;
import java.util.Map;
import java.util.UUID;

/**
 * The finalized assessment before, under another version of the model. It was read before the command was sent and may
 * have been corrected since; so a comparison says as of which version of its stream it stands.
 *
 * @param version of its stream
 * @param upgrade from its version of the model to the one that is finalized
 */
public record Previous(
        UUID assessment,
        long version,
        ModelRef model,
        Period period,
        Profile profile,
        Map<QuestionKey, AgreedAnswer> answers,
        Upgrade upgrade) {
    public Previous {
        answers = Map.copyOf(answers);
    }
}
