package io.cairn.assessment.roadmap;

import io.cairn.assessment.tenant.Tenants;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.ModelKey;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Roadmaps as the API shows them. */
@Component
public final class RoadmapDesk {
    private final Roadmaps roadmaps;
    private final Tenants tenants;
    private final Clock clock;

    RoadmapDesk(Roadmaps roadmaps, Tenants tenants, Clock clock) {
        this.roadmaps = roadmaps;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @throws io.cairn.language.Rejected when there is none */
    public ActionBody action(TenantId tenant, UnitCode unit, ModelKey model, UUID action) {
        return action(tenant, unit, model, action, Long.MAX_VALUE);
    }

    /** As it was at a version of the roadmap. */
    public ActionBody action(TenantId tenant, UnitCode unit, ModelKey model, UUID action, long version) {
        var found = roadmaps.find(tenant, unit, model, version);
        return body(found.course(action), calendar(tenant), found.version());
    }

    /** In the order in which they were planned. */
    List<ActionBody> actions(TenantId tenant, Roadmaps.Found found) {
        var calendar = calendar(tenant);
        return found.courses().stream()
                .map(it -> body(it, calendar, found.version()))
                .toList();
    }

    private FiscalCalendar calendar(TenantId tenant) {
        return tenants.settings(tenant).fiscalYearStart();
    }

    private ActionBody body(Course course, FiscalCalendar calendar, long version) {
        var lastDay = calendar.lastDay(course.action().plan().due());
        return ActionBody.of(course, lastDay, LocalDate.now(clock), version);
    }
}
