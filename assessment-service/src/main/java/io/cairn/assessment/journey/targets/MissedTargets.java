package io.cairn.assessment.journey.targets;

import io.cairn.assessment.tenant.Tenants;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.command.Commands;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds, by looking, targets whose period has ended. Looking twice, or on two nodes at once, tells nothing twice. */
@Component
public final class MissedTargets {
    private final TenantDatabase database;
    private final Commands commands;
    private final Tenants tenants;

    MissedTargets(TenantDatabase database, Commands commands, Tenants tenants) {
        this.database = database;
        this.commands = commands;
        this.tenants = tenants;
    }

    private record Journey(UnitCode unit, ModelKey model) {}

    private record Open(Journey journey, Period period) {}

    public void look(TenantId tenant, LocalDate today, Origin origin) {
        var open = open(tenant);
        if (open.isEmpty()) return;
        var calendar = tenants.settings(tenant).fiscalYearStart();
        for (var journey : over(open, calendar, today))
            commands.send(new NoticeMissedTargets(tenant, journey.unit(), journey.model(), calendar, today), origin);
    }

    private static Set<Journey> over(List<Open> open, FiscalCalendar calendar, LocalDate today) {
        return open.stream()
                .filter(it -> calendar.lastDay(it.period()).isBefore(today))
                .map(Open::journey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Open> open(TenantId tenant) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("select distinct unit, model_key, period from assessment.target where open")
                        .query((row, number) -> new Open(
                                new Journey(
                                        new UnitCode(row.getString("unit")), new ModelKey(row.getString("model_key"))),
                                Period.parse(row.getString("period"))))
                        .list());
    }
}
