package io.cairn.reporting.known;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.json.CairnJson;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.Scope;
import io.cairn.eventstore.projection.View;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.TenantSettings;
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
import io.cairn.language.event.ModelEvent.ModelDrafted;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.language.event.ModelEvent.ModelVersionRetired;
import io.cairn.language.event.RoadmapEvent;
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
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.ModelFile;
import io.cairn.reporting.wording.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tenants' settings, units as they were known at any time, assessments by id, and tenants' own models. */
public final class KnownView implements View {
    public static final String NAME = "known-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "reporting.tenant_settings", "reporting.unit_fact", "reporting.assessment", "reporting.model_version");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case TenantEvent event -> apply(event, stored, rows);
            case UnitEvent event -> apply(event, stored, rows);
            case ModelEvent event -> apply(event, stored, rows);
            case AssessmentEvent event -> apply(event, stored, rows);
            case JourneyEvent ignored -> {}
            case CycleEvent ignored -> {}
            case RoadmapEvent ignored -> {}
        }
    }

    private static void apply(TenantEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case TenantRegistered e -> settings(stored, e.name(), e.settings(), rows);
            case CyclesPlanned ignored -> {}
            case BenchmarkJoined ignored -> {}
            case BenchmarkLeft ignored -> {}
            case TenantClosed ignored -> {}
            case SettingsChanged e -> settings(stored, e.name(), e.settings(), rows);
        }
    }

    private static void settings(StoredEvent stored, String name, TenantSettings settings, Rows rows) {
        rows.execute(
                KnownSql.SETTINGS,
                stored.tenant().value(),
                name,
                settings.fiscalYearStart().toString(),
                Words.of(settings.cadence()),
                Words.of(settings.transitionPolicy()));
    }

    private static void apply(UnitEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case UnitAdded e ->
                rows.execute(
                        KnownSql.UNIT_ADDED,
                        stored.tenant().value(),
                        e.code().value(),
                        stored.position(),
                        stored.recordedAt(),
                        e.name(),
                        e.parent() == null ? null : e.parent().value());
            case UnitRenamed e -> unit(KnownSql.UNIT_RENAMED, stored, e, e.name(), rows);
            case UnitMoved e ->
                unit(
                        KnownSql.UNIT_MOVED,
                        stored,
                        e,
                        e.parent() == null ? null : e.parent().value(),
                        rows);
            case UnitRetired e -> unit(KnownSql.UNIT_RETIRED, stored, e, e.lastDay(), rows);
        }
    }

    private static void unit(String sql, StoredEvent stored, UnitEvent event, @Nullable Object fact, Rows rows) {
        rows.execute(sql, stored.tenant().value(), event.code().value(), stored.position(), stored.recordedAt(), fact);
    }

    private static void apply(ModelEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case ModelDrafted ignored -> {}
            case ModelVersionPublished e -> {
                var model = ModelFile.read(e.definition()).model();
                var english = ModelFacts.of(model, Language.EN);
                rows.execute(
                        KnownSql.MODEL_PUBLISHED,
                        stored.tenant().value(),
                        e.model().key().value(),
                        e.model().version().toString(),
                        english.title(),
                        json(english.stages()),
                        json(english.dimensions()),
                        english.mayBeBelowFirst(),
                        json(otherWords(model)));
            }
            case ModelVersionRetired e ->
                rows.execute(
                        KnownSql.MODEL_RETIRED,
                        stored.tenant().value(),
                        e.model().key().value(),
                        e.model().version().toString());
        }
    }

    /** Nobody knows yet who will read it, in which language. */
    private static Map<String, ModelFacts.Titles> otherWords(MaturityModel model) {
        var words = new TreeMap<String, ModelFacts.Titles>();
        for (var language : Language.values())
            if (language != Language.EN)
                words.put(language.tag(), ModelFacts.of(model, language).titles());
        return words;
    }

    private static String json(Object value) {
        return CairnJson.mapper().writeValueAsString(value);
    }

    private static void apply(AssessmentEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case AssessmentOpened e ->
                rows.executeTogether(
                        Scope.of(stored.stream()),
                        stored.stream(),
                        KnownSql.ASSESSMENT_OPENED,
                        stored.tenant().value(),
                        stored.stream().value(),
                        e.unit().value(),
                        e.model().key().value(),
                        e.model().version().toString(),
                        e.period().toString(),
                        PeriodOrder.of(e.period()),
                        Words.of(AssessmentStatus.OPEN),
                        stored.position());
            case AssessmentSubmitted ignored -> status(AssessmentStatus.SUBMITTED, stored, rows);
            case AssessmentReturned ignored -> status(AssessmentStatus.OPEN, stored, rows);
            case AssessmentFinalized ignored -> status(AssessmentStatus.FINALIZED, stored, rows);
            case AssessmentReopened ignored -> status(AssessmentStatus.OPEN, stored, rows);
            case AssessmentCancelled ignored -> status(AssessmentStatus.CANCELLED, stored, rows);
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

    private static void status(AssessmentStatus status, StoredEvent stored, Rows rows) {
        rows.executeTogether(
                Scope.of(stored.stream()),
                stored.stream(),
                KnownSql.ASSESSMENT_STATUS,
                stored.tenant().value(),
                stored.stream().value(),
                Words.of(status));
    }
}
