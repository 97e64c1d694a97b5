package io.cairn.reporting.backslide;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.point.DecisionReasons;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads falls, some at a time. */
@Component
class Backslides {
    private final RecordedEvents events;
    private final DecisionReasons reasons;

    Backslides(RecordedEvents events, DecisionReasons reasons) {
        this.events = events;
        this.reasons = reasons;
    }

    /** @param after the key of the one behind which to begin, null at the beginning */
    List<Backslide> read(JdbcClient jdbc, TenantId tenant, Scope scope, @Nullable List<String> after, int most) {
        KnownUnits.require(jdbc, tenant, scope.under());
        var known = KnownModel.require(jdbc, tenant, scope.model());
        var models = WholeModels.of(jdbc, tenant, scope.model(), events);
        var falls = Falls.read(jdbc, tenant, scope, after, most);
        var report = new BackslideReport(
                known,
                models,
                Explained.of(jdbc, tenant, scope, falls, models, events),
                new Errors(jdbc, tenant, scope),
                reasons.of(jdbc, tenant, falls.stream().map(Fall::to).toList()));
        return falls.stream().map(report::of).toList();
    }

    static List<String> key(Backslide fall) {
        return List.of(String.valueOf(PeriodOrder.of(Period.parse(fall.to().period()))), fall.unit());
    }
}
