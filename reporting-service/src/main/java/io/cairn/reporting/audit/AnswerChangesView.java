package io.cairn.reporting.audit;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.QuestionKey;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerConfirmed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentReopened;
import io.cairn.language.event.AssessmentEvent.AssessmentReturned;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.language.event.AssessmentEvent.RespondentAssigned;
import io.cairn.language.event.AssessmentEvent.RespondentUnassigned;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.UnitEvent;
import io.cairn.reporting.known.Words;
import java.util.List;

/**
 * An index of every change of an answer. What was said is not copied: a reader takes it from the event, so that words
 * erased there are gone everywhere, and the audit shows the record itself.
 */
public final class AnswerChangesView implements View {
    public static final String NAME = "answer-changes-v1";

    private static final String CHANGE = """
            insert into reporting.answer_change
                (tenant_id, position, assessment_id, question, actor, recorded_at, kind)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("reporting.answer_change");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case AssessmentEvent event -> apply(event, stored, rows);
            case TenantEvent ignored -> {}
            case UnitEvent ignored -> {}
            case ModelEvent ignored -> {}
            case JourneyEvent ignored -> {}
            case CycleEvent ignored -> {}
            case RoadmapEvent ignored -> {}
        }
    }

    private static void apply(AssessmentEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case AnswerRecorded e -> change(ChangeKind.RECORDED, e.question(), stored, rows);
            case AnswerChanged e -> change(ChangeKind.CHANGED, e.question(), stored, rows);
            case AnswerConfirmed e -> change(ChangeKind.CONFIRMED, e.question(), stored, rows);
            case AnswerWithdrawn e -> change(ChangeKind.WITHDRAWN, e.question(), stored, rows);
            case AnswerAgreed e -> change(ChangeKind.AGREED, e.question(), stored, rows);
            case ConsensusRoundStarted e -> change(ChangeKind.CONSENSUS_ROUND, e.question(), stored, rows);
            case PointsOverridden e -> change(ChangeKind.POINTS_OVERRIDDEN, e.question(), stored, rows);
            case RespondentAssigned ignored -> {}
            case RespondentUnassigned ignored -> {}
            case AssessmentOpened ignored -> {}
            case AssessmentSubmitted ignored -> {}
            case AssessmentReturned ignored -> {}
            case AssessmentFinalized ignored -> {}
            case AssessmentReopened ignored -> {}
            case AssessmentCancelled ignored -> {}
        }
    }

    private static void change(ChangeKind kind, QuestionKey question, StoredEvent stored, Rows rows) {
        rows.execute(
                CHANGE,
                stored.tenant().value(),
                stored.position(),
                stored.stream().value(),
                question.value(),
                stored.origin().actor().value(),
                stored.recordedAt(),
                Words.of(kind));
    }
}
