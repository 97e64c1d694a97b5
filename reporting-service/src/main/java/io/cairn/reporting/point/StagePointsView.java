package io.cairn.reporting.point;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.Scope;
import io.cairn.eventstore.projection.View;
import io.cairn.language.TransitionPolicy;
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
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageRejected;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetReopened;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.JourneyEvent.TargetWithdrawn;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.TenantEvent.BenchmarkJoined;
import io.cairn.language.event.TenantEvent.BenchmarkLeft;
import io.cairn.language.event.TenantEvent.CyclesPlanned;
import io.cairn.language.event.TenantEvent.SettingsChanged;
import io.cairn.language.event.TenantEvent.TenantClosed;
import io.cairn.language.event.TenantEvent.TenantRegistered;
import io.cairn.language.event.UnitEvent;
import io.cairn.reporting.known.Words;
import java.util.List;

/**
 * One row per fact about a unit, a model and a period, with the time from which and until which it was what we knew.
 * Every event that changes the fact ends the row that stood and begins the next, so that what was known at any time is
 * one range of one index.
 *
 * <p>The stage of a period is the one decided; where the tenant's policy, as it was when the assessment was
 * finalized, takes stages at once, the assessed one counts until the decision follows. A reopened assessment has no
 * result until it is finalized again: scores go, the decision taken on them stands, the point says <em>reopened</em>.
 * A cancelled one leaves nothing that counts, whatever is decided later. Where a past period was corrected and what was
 * found is proposed once more, the stage decided before stands beside the proposal.
 */
public final class StagePointsView implements View {
    public static final String NAME = "stage-points-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("reporting.transition_policy", "reporting.stage_point");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case TenantEvent event -> apply(event, stored, rows);
            case AssessmentEvent event -> apply(event, stored, rows);
            case JourneyEvent event -> apply(event, stored, rows);
            case UnitEvent ignored -> {}
            case CycleEvent ignored -> {}
            case RoadmapEvent ignored -> {}
            case ModelEvent ignored -> {}
        }
    }

    private static void apply(TenantEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case TenantRegistered e -> policy(e.settings().transitionPolicy(), stored, rows);
            case CyclesPlanned ignored -> {}
            case BenchmarkJoined ignored -> {}
            case BenchmarkLeft ignored -> {}
            case TenantClosed ignored -> {}
            case SettingsChanged e -> policy(e.settings().transitionPolicy(), stored, rows);
        }
    }

    private static void policy(TransitionPolicy policy, StoredEvent stored, Rows rows) {
        var tenant = Scope.of(stored.tenant());
        rows.executeTogether(
                tenant, tenant, StagePointsSql.POLICY, stored.tenant().value(), Words.of(policy));
    }

    private static void apply(AssessmentEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case AssessmentFinalized e -> Results.finalized(e, stored, rows);
            case AssessmentReopened ignored -> Results.withdrawn(StagePointsSql.REOPENED, stored, rows);
            case AssessmentCancelled ignored -> Results.withdrawn(StagePointsSql.CANCELLED, stored, rows);
            case AssessmentOpened ignored -> {}
            case AssessmentSubmitted ignored -> {}
            case AssessmentReturned ignored -> {}
            case RespondentAssigned ignored -> {}
            case RespondentUnassigned ignored -> {}
            case AnswerRecorded ignored -> {}
            case AnswerAgreed ignored -> {}
            case ConsensusRoundStarted ignored -> {}
            case AnswerChanged ignored -> {}
            case AnswerConfirmed ignored -> {}
            case AnswerWithdrawn ignored -> {}
            case PointsOverridden ignored -> {}
        }
    }

    private static void apply(JourneyEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case StageTransitioned e -> Decisions.transitioned(e, stored, rows);
            case StageHeld e -> Decisions.held(e, stored, rows);
            case StageRejected e -> Decisions.rejected(e, stored, rows);
            case StageProposed e -> Decisions.proposed(e, stored, rows);
            case TargetSet ignored -> {}
            case TargetWithdrawn ignored -> {}
            case TargetReached ignored -> {}
            case TargetMissed ignored -> {}
            case TargetReopened ignored -> {}
        }
    }
}
