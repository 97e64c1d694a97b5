package io.cairn.assessment.journey.withdrawing;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Policy;
import io.cairn.language.FreeText;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import io.cairn.language.event.Event;
import io.cairn.platform.command.Commands;
import java.util.Objects;

/** An assessment that was finalized before it was cancelled leaves no stage behind. */
public final class WhenAssessmentCancelledThenWithdrawStage implements Policy {
    public static final String NAME = "when-assessment-cancelled-then-withdraw-stage";

    private static final FreeText CANCELLED = FreeText.of("the assessment was cancelled");

    private final Commands commands;
    private final Withdrawal withdrawal;

    public WhenAssessmentCancelledThenWithdrawStage(Commands commands, Assessments assessments, Tenants tenants) {
        this.commands = commands;
        this.withdrawal = new Withdrawal(assessments, tenants);
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
        var reason = Objects.requireNonNullElse(cancelled.reason(), CANCELLED);
        withdrawal.because(event, reason).ifPresent(withdraw -> commands.send(withdraw, origin(event)));
    }
}
