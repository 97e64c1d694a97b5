package io.cairn.assessment.unit;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.language.event.UnitEvent.UnitMoved;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.cairn.language.event.UnitEvent.UnitRetired;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row for each unit. */
final class UnitView implements View {
    static final String NAME = "units-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("assessment.unit");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        var tenant = stored.tenant().value();
        switch (stored.event()) {
            case UnitAdded it -> rows.execute("""
                        insert into assessment.unit (tenant_id, code, name, parent) values (?, ?, ?, ?)
                        on conflict (tenant_id, code) do update set name = excluded.name, parent = excluded.parent""", tenant, it.code().value(), it.name(), text(it.parent()));
            case UnitRenamed it ->
                rows.execute(
                        "update assessment.unit set name = ? where tenant_id = ? and code = ?",
                        it.name(),
                        tenant,
                        it.code().value());
            case UnitMoved it ->
                rows.execute(
                        "update assessment.unit set parent = ? where tenant_id = ? and code = ?",
                        text(it.parent()),
                        tenant,
                        it.code().value());
            case UnitRetired it ->
                rows.execute(
                        "update assessment.unit set last_day = ? where tenant_id = ? and code = ?",
                        it.lastDay(),
                        tenant,
                        it.code().value());
            case TenantEvent ignored -> {}
            case ModelEvent ignored -> {}
            case AssessmentEvent ignored -> {}
            case JourneyEvent ignored -> {}
            case CycleEvent ignored -> {}
            case RoadmapEvent ignored -> {}
        }
    }

    private static @Nullable String text(@Nullable UnitCode code) {
        return code == null ? null : code.value();
    }
}
