package io.cairn.assessment.journey.withdrawing;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.journey.proposing.ProposeStage;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.FreeText;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import java.util.Optional;
import java.util.stream.Collectors;

/** From an event of an assessment to the command that takes back what the assessment had proposed before. */
final class Withdrawal {
    private final Assessments assessments;
    private final Tenants tenants;

    Withdrawal(Assessments assessments, Tenants tenants) {
        this.assessments = assessments;
        this.tenants = tenants;
    }

    /** In the name of who caused the event; empty where nothing was proposed. */
    Optional<WithdrawStage> because(StoredEvent event, FreeText reason) {
        var found = assessments.find(event.tenant(), event.stream().value(), event.version());
        var state = found.state();
        var proposals = found.events().stream()
                .filter(Withdrawal::proposes)
                .map(it -> ProposeStage.proposal(
                        event.tenant(), state.unit(), state.model().key(), state.period(), it.version()))
                .collect(Collectors.toUnmodifiableSet());
        if (proposals.isEmpty()) return Optional.empty();
        return Optional.of(new WithdrawStage(
                event.tenant(),
                state.unit(),
                state.model(),
                state.period(),
                found.id(),
                proposals,
                tenants.settings(event.tenant()).transitionPolicy(),
                event.origin().actor(),
                reason));
    }

    private static boolean proposes(StoredEvent event) {
        return event.event() instanceof AssessmentFinalized it
                && it.profile().overall().stage() != null;
    }
}
