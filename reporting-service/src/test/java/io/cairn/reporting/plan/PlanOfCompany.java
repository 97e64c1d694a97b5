package io.cairn.reporting.plan;

import io.cairn.language.ActionPlan;
import io.cairn.language.ActorId;
import io.cairn.language.FreeText;
import io.cairn.language.Period;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.JourneyEvent.TargetWithdrawn;
import io.cairn.language.event.RoadmapEvent.ActionChanged;
import io.cairn.language.event.RoadmapEvent.ActionCompleted;
import io.cairn.language.event.RoadmapEvent.ActionDropped;
import io.cairn.language.event.RoadmapEvent.ActionPlanned;
import io.cairn.language.event.RoadmapEvent.ActionStarted;
import io.cairn.reporting.Company;
import io.cairn.reporting.Results;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Targets of a unit, and actions towards them. */
public final class PlanOfCompany {
    private PlanOfCompany() {}

    /** A target reached, one missed, one open and one withdrawn; an action planned, one changed and under way, two at their end. */
    public static Company aims(Company company, String code) {
        var unit = new UnitCode(code);
        var journey = company.journey(unit, Company.EGDI.key());
        company.record(journey, target(unit, "2023", 2), target(unit, "2024", 4), target(unit, "2026", 4));
        company.record(journey, target(unit, "2025", 3));
        company.record(
                journey,
                new TargetReached(
                        unit, Company.EGDI, null, period("2023"), Results.ref(2), period("2023"), Results.ref(2)),
                new TargetMissed(unit, Company.EGDI, null, period("2024"), Results.ref(4), Results.ref(3)),
                new TargetReached(
                        unit, Company.EGDI, null, period("2024"), Results.ref(4), period("2025"), Results.ref(4)),
                new TargetWithdrawn(unit, Company.EGDI, null, period("2025")));
        var roadmap = StreamId.roadmap(company.tenant(), unit, Company.EGDI.key());
        var portal = plan("Open the portal", "user:ann", "2025");
        return company.record(
                roadmap,
                new ActionPlanned(id(code, 1), unit, Company.EGDI, plan("Train the staff", null, "2026")),
                new ActionPlanned(id(code, 2), unit, Company.EGDI, portal),
                new ActionChanged(id(code, 2), portal, plan("Open the new portal", "user:ann", "2025")),
                new ActionStarted(id(code, 2), null),
                new ActionPlanned(id(code, 3), unit, Company.EGDI, plan("Measure it", "user:bob", "2024")),
                new ActionCompleted(id(code, 3), FreeText.of("done")),
                new ActionPlanned(id(code, 4), unit, Company.EGDI, plan("Buy it", null, "2020")),
                new ActionDropped(id(code, 4), FreeText.of("too dear")));
    }

    private static TargetSet target(UnitCode unit, String period, int stage) {
        return new TargetSet(unit, Company.EGDI, null, period(period), Results.ref(stage), FreeText.of("the board"));
    }

    private static ActionPlan plan(String title, String owner, String due) {
        return new ActionPlan(
                FreeText.of(title), owner == null ? null : new ActorId(owner), period(due), List.of(), null, null);
    }

    private static Period period(String text) {
        return Period.parse(text);
    }

    private static UUID id(String code, int number) {
        return UUID.nameUUIDFromBytes((code + number).getBytes(StandardCharsets.UTF_8));
    }
}
