package io.cairn.reporting.benchmark;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.TenantSettings;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.JourneyEvent;
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
import java.util.List;

/** Which companies let their results count, and what they are compared by. */
public final class BenchmarkCompaniesView implements View {
    public static final String NAME = "benchmark-companies-v1";

    private static final String SETTINGS = """
            insert into reporting.benchmark_company (tenant_id, joined, industry, size, region, fiscal_year_start)
            values (?, false, ?, ?, ?, ?)
            on conflict (tenant_id) do update set industry = excluded.industry, size = excluded.size,
                region = excluded.region, fiscal_year_start = excluded.fiscal_year_start
            """;
    private static final String JOINED = """
            with event as (select ?::uuid as tenant_id, ?::boolean as joined)
            update reporting.benchmark_company c set joined = e.joined from event e where c.tenant_id = e.tenant_id
            """;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("reporting.benchmark_company");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case TenantEvent event -> apply(event, stored, rows);
            case UnitEvent ignored -> {}
            case ModelEvent ignored -> {}
            case AssessmentEvent ignored -> {}
            case JourneyEvent ignored -> {}
            case CycleEvent ignored -> {}
            case RoadmapEvent ignored -> {}
        }
    }

    private static void apply(TenantEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case TenantRegistered e -> settings(e.settings(), stored, rows);
            case SettingsChanged e -> settings(e.settings(), stored, rows);
            case BenchmarkJoined ignored -> joined(true, stored, rows);
            case BenchmarkLeft ignored -> joined(false, stored, rows);
            case TenantClosed ignored -> joined(false, stored, rows);
            case CyclesPlanned ignored -> {}
        }
    }

    private static void settings(TenantSettings settings, StoredEvent stored, Rows rows) {
        var profile = settings.profile();
        rows.execute(
                SETTINGS,
                stored.tenant().value(),
                profile.industry(),
                profile.size(),
                profile.region(),
                settings.fiscalYearStart().toString());
    }

    private static void joined(boolean joined, StoredEvent stored, Rows rows) {
        rows.execute(JOINED, stored.tenant().value(), joined);
    }
}
