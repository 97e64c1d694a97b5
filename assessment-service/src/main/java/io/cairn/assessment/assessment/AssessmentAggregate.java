package io.cairn.assessment.assessment;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.assessment.assessment.answering.WithdrawAnswer;
import io.cairn.assessment.assessment.cancellation.CancelAssessment;
import io.cairn.assessment.assessment.confirming.ConfirmAnswers;
import io.cairn.assessment.assessment.finalization.FinalizeAssessment;
import io.cairn.assessment.assessment.judging.OverridePoints;
import io.cairn.assessment.assessment.opening.OpenAssessment;
import io.cairn.assessment.assessment.reopening.ReopenAssessment;
import io.cairn.assessment.assessment.respondents.AssignRespondents;
import io.cairn.assessment.assessment.respondents.UnassignRespondent;
import io.cairn.assessment.assessment.returning.ReturnAssessment;
import io.cairn.assessment.assessment.settling.AgreeAnswer;
import io.cairn.assessment.assessment.settling.StartConsensusRound;
import io.cairn.assessment.assessment.submission.SubmitAssessment;
import io.cairn.assessment.model.Models;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.maturity.MaturityModel;
import io.cairn.platform.command.AggregateShell;
import io.cairn.platform.command.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.CreationPolicy;

/** Axon's way to the decisions on an assessment. */
final class AssessmentAggregate extends AggregateShell {
    @Snapshotted(revision = 3)
    private AssessmentState state = AssessmentState.NONE;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(OpenAssessment command) {
        apply(command, OpenAssessment.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RecordAnswers command, Models models) {
        apply(command, RecordAnswers.decide(command, state, model(command, models)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ConfirmAnswers command, Models models) {
        apply(command, ConfirmAnswers.decide(command, state, model(command, models)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(WithdrawAnswer command, Models models) {
        apply(command, WithdrawAnswer.decide(command, state, model(command, models)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AssignRespondents command, Models models) {
        apply(command, AssignRespondents.decide(command, state, model(command, models)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(UnassignRespondent command) {
        apply(command, UnassignRespondent.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AgreeAnswer command, Models models) {
        apply(command, AgreeAnswer.decide(command, state, model(command, models)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(StartConsensusRound command) {
        apply(command, StartConsensusRound.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(OverridePoints command, Models models) {
        apply(command, OverridePoints.decide(command, state, model(command, models)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(SubmitAssessment command) {
        apply(command, SubmitAssessment.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ReturnAssessment command) {
        apply(command, ReturnAssessment.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(FinalizeAssessment command, Models models) {
        apply(command, FinalizeAssessment.decide(command, state, model(command, models)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ReopenAssessment command) {
        apply(command, ReopenAssessment.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CancelAssessment command) {
        apply(command, CancelAssessment.decide(command, state));
    }

    @Override
    protected int footprint() {
        return super.footprint()
                + (state instanceof AssessmentState.Known known
                        ? 600
                                * (known.answers().size()
                                        + known.finalized().size()
                                        + known.unconfirmed().size()
                                        + known.panel().size())
                        : 0);
    }

    @EventSourcingHandler
    void on(AssessmentEvent event) {
        state = state.evolve(event);
    }

    private MaturityModel model(AssessmentCommand command, Models models) {
        return models.published(command.tenant(), state.known().model());
    }
}
