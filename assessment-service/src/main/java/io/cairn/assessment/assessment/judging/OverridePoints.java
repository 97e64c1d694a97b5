package io.cairn.assessment.assessment.judging;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Response;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scoring;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A reviewer gives an answer other points than its own, before the assessment is finalized.
 *
 * @param points 0 to the question's weight
 */
public record OverridePoints(TenantId tenant, UUID assessment, QuestionKey question, BigDecimal points, FreeText reason)
        implements AssessmentCommand {

    public static List<AssessmentEvent> decide(OverridePoints command, AssessmentState state, MaturityModel model) {
        var assessment = state.known();
        if (assessment.status() != AssessmentStatus.SUBMITTED)
            assessment.when(AssessmentStatus.OPEN, "override points");
        var question = model.question(command.question())
                .orElseThrow(() -> new Rejected(new Rejection.UnknownQuestion(command.question())));
        var judged = assessment
                .answer(command.question())
                .filter(it -> it.answer().response() instanceof Response.Given)
                .orElseThrow(() -> new Rejected(new Rejection.NotAnswered(command.question())));
        var points = command.points();
        if (points.signum() < 0 || points.compareTo(BigDecimal.valueOf(question.weight())) > 0)
            throw new Rejected(new Rejection.PointsOutOfRange(command.question(), question.weight()));
        var standing = judged.overriddenPoints();
        if (standing != null && standing.compareTo(points) == 0) return List.of();
        var before = standing != null ? standing : BigDecimal.valueOf(Scoring.points(question, judged));
        return List.of(new PointsOverridden(command.question(), before, points, command.reason()));
    }
}
