package io.cairn.reporting.point;

import io.cairn.eventstore.projection.Scope;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;

/** What is known of a unit, a model and a period, within the tenant, whose policy it is known under. */
final class PointScope {
    private PointScope() {}

    static Scope of(TenantId tenant, ModelRef model, UnitCode unit, Period period) {
        return Scope.of(tenant, model.key(), unit, period);
    }
}
