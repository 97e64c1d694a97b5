package io.cairn.assessment.journey.deciding;

import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** @param to of an override: the stage's key or its ordinal */
record DecisionBody(
        UUID proposal,
        Decision decision,
        @Nullable JsonNode to,
        @Nullable FreeText reason) {
    DecisionBody {
        if (to != null && decision != Decision.OVERRIDE) throw new InvalidValue("to goes with override only");
    }

    enum Decision {
        ACCEPT,
        OVERRIDE,
        HOLD,
        REJECT
    }

    Verdict verdict() {
        return switch (decision) {
            case ACCEPT -> new Verdict.Accept(reason);
            case OVERRIDE -> new Verdict.Override(stage(), why());
            case HOLD -> new Verdict.Hold(why());
            case REJECT -> new Verdict.Reject(why());
        };
    }

    private String stage() {
        if (to != null && to.isString()) return to.stringValue();
        if (to != null && to.isIntegralNumber()) return to.asString();
        throw new Rejected(new Rejection.UnknownStage(to == null ? "" : to.toString()));
    }

    private FreeText why() {
        if (reason == null)
            throw new Rejected(new Rejection.ReasonRequired("whoever departs from a proposal says why"));
        return reason;
    }
}
