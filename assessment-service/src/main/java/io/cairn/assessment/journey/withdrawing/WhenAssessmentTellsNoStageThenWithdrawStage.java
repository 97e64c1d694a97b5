package io.cairn.assessment.journey.withdrawing;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Policy;
import io.cairn.language.FreeText;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.Event;
import io.cairn.platform.command.Commands;

/** A correction whose answers tell no stage leaves none of those that the assessment told before. */
public final class WhenAssessmentTellsNoStageThenWithdrawStage implements Policy {
    public static final String NAME = "when-assessment-tells-no-stage-then-withdraw-stage";

    private static final FreeText NO_STAGE = FreeText.of("the corrected answers tell no stage");

    private final Commands commands;
    private final Withdrawal withdrawal;

    public WhenAssessmentTellsNoStageThenWithdrawStage(Commands commands, Assessments assessments, Tenants tenants) {
        this.commands = commands;
        this.withdrawal = new Withdrawal(assessments, tenants);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Event event) {
        return event instanceof AssessmentFinalized finalized
                && finalized.profile().overall().stage() == null;
    }

    @Override
    public void when(StoredEvent event) {
        if (concerns(event.event()))
            withdrawal.because(event, NO_STAGE).ifPresent(withdraw -> commands.send(withdraw, origin(event)));
    }
}
