package io.cairn.assessment.roadmap.suggesting;

import io.cairn.assessment.journey.Journeys;
import io.cairn.assessment.journey.Target;
import io.cairn.language.DimensionKey;
import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Stage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stage that suggestions are to lead to.
 *
 * @param dimension whose stage it is, null for the unit as a whole
 * @param by the period at whose end the journey wants it, null when the journey has no say in it
 */
record Aimed(
        Stage stage,
        @Nullable DimensionKey dimension,
        @Nullable Period by) {

    /** The journey's next open target that the model knows; of one period the one for the unit as a whole. */
    static Optional<Aimed> of(Journeys journeys, TenantId tenant, UnitCode unit, ModelKey key, MaturityModel model) {
        return targets(journeys, tenant, unit, key).stream()
                .filter(target -> target.status() == Target.Status.OPEN)
                .flatMap(target -> of(target, model).stream())
                .findFirst();
    }

    io.cairn.maturity.whatif.Target target() {
        return new io.cairn.maturity.whatif.Target(stage.ordinal(), dimension);
    }

    private static Optional<Aimed> of(Target target, MaturityModel model) {
        var dimension = target.dimension();
        if (dimension != null
                && model.dimensions().stream().noneMatch(it -> it.key().equals(dimension))) return Optional.empty();
        return model.stages().stream()
                .filter(stage -> stage.key().equals(target.stage().key()))
                .map(stage -> new Aimed(stage, dimension, target.period()))
                .findFirst();
    }

    /** None while there is no journey. */
    private static List<Target> targets(Journeys journeys, TenantId tenant, UnitCode unit, ModelKey model) {
        try {
            return journeys.find(tenant, unit, model).state().targets().all();
        } catch (Rejected refused) {
            if (refused.reason() instanceof Rejection.NotFound) return List.of();
            throw refused;
        }
    }
}
