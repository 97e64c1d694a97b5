package io.cairn.assessment.assessment.finalization;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.agreement.PanelFigures;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Review accepts the answers, and what they come to is put down as it is on the last day of the period.
 *
 * @param calendar the tenant's, which tells the last day
 * @param previous the finalized one before, where it was under another version of the model
 */
public record FinalizeAssessment(
        TenantId tenant,
        UUID assessment,
        FiscalCalendar calendar,
        @Nullable FreeText reason,
        @Nullable Previous previous)
        implements AssessmentCommand {
    public FinalizeAssessment(TenantId tenant, UUID assessment, FiscalCalendar calendar, @Nullable FreeText reason) {
        this(tenant, assessment, calendar, reason, null);
    }

    public static List<AssessmentEvent> decide(FinalizeAssessment command, AssessmentState state, MaturityModel model) {
        var assessment = state.known().when(AssessmentStatus.SUBMITTED, "finalize");
        var lastDay = command.calendar().lastDay(assessment.period());
        var scored = Scoring.profile(model, assessment.answers(), lastDay);
        var profile = PanelFigures.added(
                scored, model, assessment.answers(), assessment.panel().votes(), lastDay);
        var coverage = profile.overall().coverage();
        if (coverage < model.minimumCoverage())
            throw new Rejected(new Rejection.CoverageTooLow(coverage, model.minimumCoverage()));
        var previous = command.previous();
        return List.of(new AssessmentFinalized(
                assessment.unit(),
                assessment.model(),
                assessment.period(),
                profile,
                command.reason(),
                previous == null ? null : Comparing.with(previous, assessment.answers(), profile, lastDay)));
    }
}
