package io.cairn.assessment.unit;

import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;

/** What other rooms ask about units; read from the units' own streams, so never behind. */
public interface Units {
    /** @throws io.cairn.language.Rejected when the unit is unknown or retired */
    void mustBeActive(TenantId tenant, UnitCode unit);

    boolean exists(TenantId tenant, UnitCode unit);
}
