package io.cairn.assessment.model;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.ModelEvent.ModelDrafted;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.language.event.ModelEvent.ModelVersionRetired;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.UnitEvent;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.Text;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A row for each version of each tenant's own models. */
final class ModelView implements View {
    static final String NAME = "models-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("assessment.model_version");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case ModelDrafted it -> set(stored, rows, it.model(), titleOf(it.definition(), it.model()), "draft");
            case ModelVersionPublished it ->
                set(stored, rows, it.model(), titleOf(it.definition(), it.model()), "published");
            case ModelVersionRetired it ->
                rows.execute(
                        "update assessment.model_version set status = 'retired' where tenant_id = ? and key = ? and version = ?",
                        stored.tenant().value(),
                        it.model().key().value(),
                        it.model().version().toString());
            case TenantEvent ignored -> {}
            case UnitEvent ignored -> {}
            case AssessmentEvent ignored -> {}
            case JourneyEvent ignored -> {}
            case CycleEvent ignored -> {}
            case RoadmapEvent ignored -> {}
        }
    }

    private static void set(StoredEvent stored, Rows rows, ModelRef model, Text title, String status) {
        rows.execute(
                """
                insert into assessment.model_version (tenant_id, key, version, title, titles, status)
                values (?, ?, ?, ?, ?::jsonb, ?)
                on conflict (tenant_id, key, version) do update
                set title = excluded.title, titles = excluded.titles, status = excluded.status""",
                stored.tenant().value(),
                model.key().value(),
                model.version().toString(),
                title.in("en"),
                JsonMapper.shared().writeValueAsString(title.byLanguage()),
                status);
    }

    /** A file that a stricter reader no longer accepts must not stop the view: its key stands in for its title. */
    private static Text titleOf(String definition, ModelRef model) {
        try {
            return ModelFile.read(definition).model().title();
        } catch (Rejected e) {
            return Text.en(model.key().value());
        }
    }
}
