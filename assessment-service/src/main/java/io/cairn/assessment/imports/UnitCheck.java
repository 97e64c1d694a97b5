package io.cairn.assessment.imports;

import io.cairn.assessment.unit.Units;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.UnitCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the units of a file may be answered for; those that are not there are added when that was ordered. */
final class UnitCheck {
    private final Units units;
    private final ImportOrder order;
    private final Decided decided;
    private final Tally tally;

    UnitCheck(Units units, ImportOrder order, Decided decided, Tally tally) {
        this.units = units;
        this.order = order;
        this.decided = decided;
        this.tally = tally;
    }

    /** What is against a unit, for those with something against them. */
    Map<UnitCode, String> refused(List<UnitCode> codes) {
        var refused = new HashMap<UnitCode, String>();
        var unknown = units.unknown(order.tenant(), codes);
        for (var code : codes) {
            if (!unknown.contains(code)) {
                if (isRetired(code)) refused.put(code, "the unit " + code + " is retired");
            } else if (order.createUnits()) add(code);
            else refused.put(code, "there is no unit " + code);
        }
        return refused;
    }

    private boolean isRetired(UnitCode code) {
        try {
            units.mustBeActive(order.tenant(), code);
            return false;
        } catch (Rejected refused) {
            if (refused.reason() instanceof Rejection.UnitIsRetired) return true;
            throw refused;
        }
    }

    private void add(UnitCode code) {
        tally.unitCreated();
        decided.add(StreamId.unit(order.tenant(), code), -1, units.adding(order.tenant(), code, code.value()));
    }
}
