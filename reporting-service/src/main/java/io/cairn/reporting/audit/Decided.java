package io.cairn.reporting.audit;

import io.cairn.language.Answer;
import io.cairn.language.DimensionKey;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.UnitCode;
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
import io.cairn.language.event.CycleEvent.CycleClosed;
import io.cairn.language.event.CycleEvent.CycleOpened;
import io.cairn.language.event.Event;
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
import io.cairn.language.event.ModelEvent.ModelDrafted;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.language.event.ModelEvent.ModelVersionRetired;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.RoadmapEvent.ActionChanged;
import io.cairn.language.event.RoadmapEvent.ActionCompleted;
import io.cairn.language.event.RoadmapEvent.ActionDropped;
import io.cairn.language.event.RoadmapEvent.ActionPlanned;
import io.cairn.language.event.RoadmapEvent.ActionStarted;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.TenantEvent.BenchmarkJoined;
import io.cairn.language.event.TenantEvent.BenchmarkLeft;
import io.cairn.language.event.TenantEvent.CyclesPlanned;
import io.cairn.language.event.TenantEvent.SettingsChanged;
import io.cairn.language.event.TenantEvent.TenantClosed;
import io.cairn.language.event.TenantEvent.TenantRegistered;
import io.cairn.language.event.UnitEvent;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.language.event.UnitEvent.UnitMoved;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.cairn.language.event.UnitEvent.UnitRetired;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of a decision. What it does not say itself, its unit, model or period, an earlier event of its
 * stream has said.
 *
 * @param from, to what it was and is: stages, points, answers, names; null where the kind says it all
 */
record Decided(
        DecisionKind kind,
        About about,
        @Nullable Object from,
        @Nullable Object to,
        @Nullable FreeText reason) {

    /** What it is about, as far as the event says so. */
    record About(
            @Nullable UnitCode unit,
            @Nullable ModelRef model,
            @Nullable Period period,
            @Nullable QuestionKey question,
            @Nullable DimensionKey dimension) {
        static final About NOTHING = new About(null, null, null, null, null);

        static About model(ModelRef model) {
            return new About(null, model, null, null, null);
        }

        static About unit(UnitCode unit) {
            return new About(unit, null, null, null, null);
        }

        static About question(QuestionKey question) {
            return new About(null, null, null, question, null);
        }
    }

    /** Null for what is an answer, and no decision. */
    static @Nullable Decided of(Event event) {
        return switch (event) {
            case TenantEvent it -> of(it);
            case UnitEvent it -> of(it);
            case ModelEvent it -> of(it);
            case AssessmentEvent it -> of(it);
            case JourneyEvent it -> of(it);
            case CycleEvent it -> of(it);
            case RoadmapEvent it -> of(it);
        };
    }

    private static Decided of(TenantEvent event) {
        return switch (event) {
            case TenantRegistered it -> plain(DecisionKind.TENANT_REGISTERED, About.NOTHING, it.name(), null);
            case SettingsChanged it -> plain(DecisionKind.SETTINGS_CHANGED, About.NOTHING, it.settings(), null);
            case CyclesPlanned it -> plain(DecisionKind.CYCLES_PLANNED, About.NOTHING, it.plans(), null);
            case BenchmarkJoined ignored -> plain(DecisionKind.BENCHMARK_JOINED, About.NOTHING, null, null);
            case BenchmarkLeft ignored -> plain(DecisionKind.BENCHMARK_LEFT, About.NOTHING, null, null);
            case TenantClosed it -> plain(DecisionKind.TENANT_CLOSED, About.NOTHING, null, it.reason());
        };
    }

    private static Decided of(UnitEvent event) {
        var about = About.unit(event.code());
        return switch (event) {
            case UnitAdded it -> plain(DecisionKind.UNIT_ADDED, about, it.name(), null);
            case UnitRenamed it -> plain(DecisionKind.UNIT_RENAMED, about, it.name(), null);
            case UnitMoved it -> plain(DecisionKind.UNIT_MOVED, about, it.parent(), null);
            case UnitRetired it -> plain(DecisionKind.UNIT_RETIRED, about, it.lastDay(), it.reason());
        };
    }

    private static Decided of(ModelEvent event) {
        var about = About.model(event.model());
        return switch (event) {
            case ModelDrafted ignored -> plain(DecisionKind.MODEL_DRAFTED, about, null, null);
            case ModelVersionPublished ignored -> plain(DecisionKind.MODEL_PUBLISHED, about, null, null);
            case ModelVersionRetired ignored -> plain(DecisionKind.MODEL_RETIRED, about, null, null);
        };
    }

    private static @Nullable Decided of(AssessmentEvent event) {
        return switch (event) {
            case AssessmentOpened it ->
                plain(
                        DecisionKind.ASSESSMENT_OPENED,
                        new About(it.unit(), it.model(), it.period(), null, null),
                        null,
                        null);
            case RespondentAssigned it -> plain(DecisionKind.RESPONDENT_ASSIGNED, About.NOTHING, it.respondent(), null);
            case RespondentUnassigned it ->
                new Decided(DecisionKind.RESPONDENT_UNASSIGNED, About.NOTHING, it.respondent(), null, it.reason());
            case AnswerAgreed it ->
                new Decided(
                        DecisionKind.ANSWER_AGREED,
                        About.question(it.question()),
                        bare(it.before()),
                        bare(it.answer()),
                        it.reason());
            case ConsensusRoundStarted it ->
                new Decided(
                        DecisionKind.CONSENSUS_ROUND,
                        About.question(it.question()),
                        bare(it.before()),
                        null,
                        it.reason());
            case PointsOverridden it ->
                new Decided(
                        DecisionKind.POINTS_OVERRIDDEN,
                        About.question(it.question()),
                        it.before(),
                        it.points(),
                        it.reason());
            case AssessmentSubmitted it -> plain(DecisionKind.SUBMITTED, About.NOTHING, null, it.reason());
            case AssessmentReturned it -> plain(DecisionKind.RETURNED, About.NOTHING, null, it.reason());
            case AssessmentFinalized it -> finalized(it);
            case AssessmentReopened it -> plain(DecisionKind.REOPENED, About.NOTHING, null, it.reason());
            case AssessmentCancelled it -> plain(DecisionKind.CANCELLED, About.NOTHING, null, it.reason());
            case AnswerRecorded ignored -> null;
            case AnswerChanged ignored -> null;
            case AnswerConfirmed ignored -> null;
            case AnswerWithdrawn ignored -> null;
        };
    }

    private static Decided finalized(AssessmentFinalized it) {
        var stage = it.profile().overall().stage();
        return plain(
                DecisionKind.FINALIZED,
                new About(it.unit(), it.model(), it.period(), null, null),
                stage == null ? null : stage.ref(),
                it.reason());
    }

    private static Decided of(JourneyEvent event) {
        return switch (event) {
            case StageProposed it ->
                plain(DecisionKind.STAGE_PROPOSED, about(it.unit(), it.model(), it.period(), null), it.stage(), null);
            case StageTransitioned it ->
                new Decided(
                        it.overridden() ? DecisionKind.STAGE_OVERRIDDEN : DecisionKind.STAGE_TRANSITIONED,
                        about(it.unit(), it.model(), it.period(), null),
                        it.from(),
                        it.to(),
                        it.reason());
            case StageHeld it ->
                plain(
                        DecisionKind.STAGE_HELD,
                        about(it.unit(), it.model(), it.period(), null),
                        it.stage(),
                        it.reason());
            case StageRejected it ->
                plain(DecisionKind.STAGE_REJECTED, about(it.unit(), it.model(), it.period(), null), null, it.reason());
            case TargetSet it ->
                plain(
                        DecisionKind.TARGET_SET,
                        about(it.unit(), it.model(), it.period(), it.dimension()),
                        it.stage(),
                        it.reason());
            case TargetWithdrawn it ->
                plain(
                        DecisionKind.TARGET_WITHDRAWN,
                        about(it.unit(), it.model(), it.period(), it.dimension()),
                        null,
                        null);
            case TargetReached it ->
                new Decided(
                        DecisionKind.TARGET_REACHED,
                        about(it.unit(), it.model(), it.period(), it.dimension()),
                        it.target(),
                        it.stage(),
                        null);
            case TargetMissed it ->
                new Decided(
                        DecisionKind.TARGET_MISSED,
                        about(it.unit(), it.model(), it.period(), it.dimension()),
                        it.target(),
                        it.stage(),
                        null);
            case TargetReopened it ->
                new Decided(
                        DecisionKind.TARGET_REOPENED,
                        about(it.unit(), it.model(), it.period(), it.dimension()),
                        it.target(),
                        null,
                        null);
        };
    }

    private static Decided of(CycleEvent event) {
        return switch (event) {
            case CycleOpened it ->
                plain(DecisionKind.CYCLE_OPENED, new About(null, it.model(), it.period(), null, null), null, null);
            case CycleClosed it -> plain(DecisionKind.CYCLE_CLOSED, About.NOTHING, null, it.reason());
        };
    }

    private static Decided of(RoadmapEvent event) {
        return switch (event) {
            case ActionPlanned it ->
                plain(
                        DecisionKind.ACTION_PLANNED,
                        new About(it.unit(), it.model(), null, null, null),
                        it.action(),
                        null);
            case ActionChanged it -> plain(DecisionKind.ACTION_CHANGED, About.NOTHING, it.action(), null);
            case ActionStarted it -> plain(DecisionKind.ACTION_STARTED, About.NOTHING, it.action(), it.reason());
            case ActionCompleted it -> plain(DecisionKind.ACTION_COMPLETED, About.NOTHING, it.action(), it.reason());
            case ActionDropped it -> plain(DecisionKind.ACTION_DROPPED, About.NOTHING, it.action(), it.reason());
        };
    }

    private static About about(UnitCode unit, ModelRef model, Period period, @Nullable DimensionKey dimension) {
        return new About(unit, model, period, null, dimension);
    }

    private static Decided plain(DecisionKind kind, About about, @Nullable Object to, @Nullable FreeText reason) {
        return new Decided(kind, about, null, to, reason);
    }

    private static @Nullable Object bare(@Nullable Answer answer) {
        if (answer == null) return null;
        return switch (answer.response()) {
            case Response.Given it -> it.value();
            case Response.NotApplicable it -> it;
        };
    }
}
