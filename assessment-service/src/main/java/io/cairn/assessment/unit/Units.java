package io.cairn.assessment.unit;

import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What other rooms ask about units; read from the units' own streams, so never behind. */
public interface Units {
    /** The view that lists them. */
    String VIEW = UnitView.NAME;

    /** @throws io.cairn.language.Rejected when the unit is unknown or retired */
    void mustBeActive(TenantId tenant, UnitCode unit);

    boolean exists(TenantId tenant, UnitCode unit);

    /** Those that are not there, asked all at once. */
    Set<UnitCode> unknown(TenantId tenant, Collection<UnitCode> units);

    /** What adding an unknown unit at the top comes to, for those who append it together with other events. */
    List<UnitEvent> adding(TenantId tenant, UnitCode unit, String name);
}
