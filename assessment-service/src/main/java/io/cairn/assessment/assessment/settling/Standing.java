package io.cairn.assessment.assessment.settling;

import io.cairn.maturity.agreement.Ballot;

/** Where a question that several answer stands. */
enum Standing {
    UNANSWERED,
    /** All who voted say the same, and it counts. */
    UNANIMOUS,
    /** Votes differ and none counts until the facilitator settles it. */
    UNSETTLED,
    SETTLED;

    static Standing of(Ballot ballot) {
        if (ballot.agreed() != null) return SETTLED;
        if (ballot.votes().isEmpty()) return UNANSWERED;
        return ballot.unsettled() ? UNSETTLED : UNANIMOUS;
    }
}
