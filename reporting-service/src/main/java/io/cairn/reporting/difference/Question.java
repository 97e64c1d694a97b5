package io.cairn.reporting.difference;

import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.past.PastAssessments;
import io.cairn.reporting.request.Asked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Between which two points of whose past. */
record Question(UnitCode unit, ModelKey model, Point from, Point to) {
    /** @param recorded null for now */
    record Point(Period effective, @Nullable Instant recorded) {}

    /**
     * @param name of the parameter that has the unit
     * @param to {@code from} when null; times that are null are now
     */
    static Question asked(
            String name,
            String unit,
            String model,
            String from,
            @Nullable String to,
            @Nullable String fromRecorded,
            @Nullable String toRecorded) {
        var code = Asked.unit(name, unit);
        var key = Asked.model(model);
        var first = new Point(Asked.period("from", from), Asked.instantIfAny("fromRecorded", fromRecorded));
        var second = new Point(
                to == null ? first.effective() : Asked.period("to", to), Asked.instantIfAny("toRecorded", toRecorded));
        return new Question(code, key, first, second);
    }

    /** A unit or a model that nobody knows is a 404. */
    Difference answer(JdbcClient jdbc, TenantId tenant, Differences differences) {
        KnownUnits.require(jdbc, tenant, unit);
        KnownModel.require(jdbc, tenant, model);
        return differences.between(
                jdbc, tenant, unit, model, then(jdbc, tenant, from, differences), then(jdbc, tenant, to, differences));
    }

    private Differences.Then then(JdbcClient jdbc, TenantId tenant, Point point, Differences differences) {
        var at = point.recorded() == null ? Asked.NOW : point.recorded();
        var assessment = PastAssessments.latest(jdbc, tenant, unit, model, point.effective(), at);
        return differences.then(jdbc, tenant, assessment, point.effective(), point.recorded(), at);
    }
}
