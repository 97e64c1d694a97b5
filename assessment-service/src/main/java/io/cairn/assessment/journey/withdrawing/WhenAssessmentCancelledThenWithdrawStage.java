package io.cairn.assessment.journey.withdrawing;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.journey.proposing.ProposeStage;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Policy;
import io.cairn.language.FreeText;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.Event;
import io.cairn.platform.command.Commands;
import java.util.Objects;
import java.util.stream.Collectors;

/** An assessment that was finalized before it was cancelled leaves no stage behind. */
public final class WhenAssessmentCancelledThenWithdrawStage implements Policy {
    public static final String NAME = "when-assessment-cancelled-then-withdraw-stage";

    private static final FreeText CANCELLED = FreeText.of("the assessment was cancelled");

    private final Commands commands;
    private final Assessments assessments;
    private final Tenants tenants;

    public WhenAssessmentCancelledThenWithdrawStage(Commands commands, Assessments assessments, Tenants tenants) {
        this.commands = commands;
        this.assessments = assessments;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Event event) {
        return event instanceof AssessmentCancelled;
    }

    @Override
    public void when(StoredEvent event) {
        if (!(event.event() instanceof AssessmentCancelled cancelled)) return;
        var found = assessments.find(event.tenant(), event.stream().value(), event.version());
        var state = found.state();
        var proposals = found.events().stream()
                .filter(it -> it.event() instanceof AssessmentFinalized)
                .map(it -> ProposeStage.proposal(
                        event.tenant(), state.unit(), state.model().key(), state.period(), it.version()))
                .collect(Collectors.toUnmodifiableSet());
        if (proposals.isEmpty()) return;
        var withdraw = new WithdrawStage(
                event.tenant(),
                state.unit(),
                state.model(),
                state.period(),
                found.id(),
                proposals,
                tenants.settings(event.tenant()).transitionPolicy(),
                event.origin().actor(),
                Objects.requireNonNullElse(cancelled.reason(), CANCELLED));
        commands.send(withdraw, origin(event));
    }
}
