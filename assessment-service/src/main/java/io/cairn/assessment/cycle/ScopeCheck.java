package io.cairn.assessment.cycle;

import io.cairn.assessment.model.Models;
import io.cairn.assessment.unit.Units;
import io.cairn.language.CyclePlan;
import io.cairn.language.TenantId;
import io.cairn.platform.problem.Problem;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** What a cycle is to be about is there and can be assessed. */
@Component
public final class ScopeCheck {
    private final Units units;
    private final Models models;

    ScopeCheck(Units units, Models models) {
        this.units = units;
        this.models = models;
    }

    /** @param at where the plan stands in the body, empty for the body itself */
    public void check(TenantId tenant, CyclePlan plan, String at) {
        models.usable(tenant, plan.model());
        var named = new ArrayList<>(plan.scope().units());
        if (plan.scope().under() != null) named.add(plan.scope().under());
        for (var unknown : units.unknown(tenant, named))
            throw Problem.of(422, "unknown-unit", "There is no such unit.")
                    .at(
                            at + (unknown.equals(plan.scope().under()) ? "/under" : "/units"),
                            "There is no unit " + unknown + ".")
                    .exception();
    }
}
