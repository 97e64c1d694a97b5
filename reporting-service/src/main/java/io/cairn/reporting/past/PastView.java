package io.cairn.reporting.past;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.Scope;
import io.cairn.eventstore.projection.View;
import io.cairn.language.ActorId;
import io.cairn.language.AssessmentStatus;
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
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row per thing said to a question and per state of an assessment, with the time from which and until which it stood;
 * so what was known at any time is one range of one index, however long ago. What of it counted is told when it is read.
 *
 * <p>The parts of a question: what all <em>shared</em>, each respondent's <em>vote</em>, what was <em>agreed</em>, a
 * reviewer's <em>points</em>, and what was <em>carried</em> over and waits to be confirmed.
 */
public final class PastView implements View {
    public static final String NAME = "past-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("reporting.past_assessment", "reporting.answer_state");
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
            case AssessmentOpened e -> opened(e, stored, rows);
            case AnswerRecorded e -> said(e.question(), e.respondent(), stored, rows);
            case AnswerChanged e -> changed(e, stored, rows);
            case AnswerConfirmed e -> said(e.question(), null, stored, rows);
            case AnswerWithdrawn e -> unsaid(e.question(), e.respondent(), stored, rows);
            case AnswerAgreed e -> part(PastSql.SAID, e.question(), null, "carried agreed", "agreed", stored, rows);
            case ConsensusRoundStarted e ->
                part(PastSql.UNSAID, e.question(), null, "carried agreed", "agreed", stored, rows);
            case PointsOverridden e -> part(PastSql.SAID, e.question(), null, "points", "points", stored, rows);
            case AssessmentSubmitted ignored -> status(AssessmentStatus.SUBMITTED, null, stored, rows);
            case AssessmentReturned ignored -> status(AssessmentStatus.OPEN, null, stored, rows);
            case AssessmentFinalized ignored -> status(AssessmentStatus.FINALIZED, stored.position(), stored, rows);
            case AssessmentReopened ignored -> status(AssessmentStatus.OPEN, null, stored, rows);
            case AssessmentCancelled ignored -> status(AssessmentStatus.CANCELLED, null, stored, rows);
            case RespondentAssigned ignored -> {}
            case RespondentUnassigned ignored -> {}
        }
    }

    private static void opened(AssessmentOpened e, StoredEvent stored, Rows rows) {
        var tenant = stored.tenant().value();
        var assessment = stored.stream().value();
        var scope = Scope.of(stored.stream());
        rows.executeTogether(
                scope,
                scope,
                PastSql.OPENED,
                tenant,
                assessment,
                stored.position(),
                stored.recordedAt(),
                e.model().key().value(),
                e.unit().value(),
                PeriodOrder.of(e.period()),
                e.model().version().toString(),
                e.period().toString(),
                Words.of(AssessmentStatus.OPEN));
        rows.executeTogether(
                scope, scope, PastSql.ALL_ENDED, tenant, assessment, stored.position(), stored.recordedAt());
        for (var carried : e.carriedOver())
            rows.executeTogether(
                    scope,
                    List.of(stored.stream(), carried.question()),
                    PastSql.CARRIED,
                    tenant,
                    assessment,
                    carried.question().value(),
                    stored.position(),
                    stored.recordedAt());
    }

    private static void status(AssessmentStatus status, @Nullable Long profile, StoredEvent stored, Rows rows) {
        rows.executeTogether(
                Scope.of(stored.stream()),
                stored.stream(),
                PastSql.STATUS,
                stored.tenant().value(),
                stored.stream().value(),
                stored.position(),
                stored.recordedAt(),
                Words.of(status),
                profile);
    }

    /** A reviewer's points stand while an answer shared by all says the same. */
    private static void changed(AnswerChanged e, StoredEvent stored, Rows rows) {
        if (e.respondent() == null && e.before().response().equals(e.answer().response()))
            part(PastSql.SAID, e.question(), null, "carried shared", "shared", stored, rows);
        else said(e.question(), e.respondent(), stored, rows);
    }

    /** An answer shared by all takes a reviewer's points along; whether a vote does, shows when it is counted. */
    private static void said(QuestionKey question, @Nullable ActorId respondent, StoredEvent stored, Rows rows) {
        if (respondent == null) part(PastSql.SAID, question, null, "carried shared points", "shared", stored, rows);
        else part(PastSql.SAID, question, respondent, "carried vote", "vote", stored, rows);
    }

    private static void unsaid(QuestionKey question, @Nullable ActorId respondent, StoredEvent stored, Rows rows) {
        if (respondent == null) part(PastSql.UNSAID, question, null, "carried shared points", "shared", stored, rows);
        else part(PastSql.UNSAID, question, respondent, "carried vote", "vote", stored, rows);
    }

    private static void part(
            String sql,
            QuestionKey question,
            @Nullable ActorId respondent,
            String ends,
            String part,
            StoredEvent stored,
            Rows rows) {
        rows.executeTogether(
                Scope.of(stored.stream()),
                List.of(stored.stream(), question),
                sql,
                stored.tenant().value(),
                stored.stream().value(),
                question.value(),
                respondent == null ? "" : respondent.value(),
                stored.position(),
                stored.recordedAt(),
                ends,
                part);
    }
}
