package io.cairn.assessment.cycle.opening;

import io.cairn.assessment.assessment.opening.OpenAssessment;
import io.cairn.assessment.assessment.opening.Opening;
import io.cairn.assessment.cycle.CycleState;
import io.cairn.assessment.cycle.CycleUnits;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Opens the assessments of a cycle that its units do not have yet. Doing so again does nothing. */
@Component
public final class CycleAssessments {
    private final CycleUnits units;
    private final StreamReader streams;
    private final Opening opening;

    CycleAssessments(CycleUnits units, StreamReader streams, Opening opening) {
        this.units = units;
        this.streams = streams;
        this.opening = opening;
    }

    /**
     * Those of all units in scope, each with what was agreed before carried over. One that was ever begun is left as it
     * is: a unit whose assessment was cancelled sits the period out.
     */
    public void open(TenantId tenant, CycleState.Known cycle, LocalDate today, Origin origin) {
        var day = today.isBefore(cycle.lastDay()) ? today : cycle.lastDay();
        var wanted = units.active(tenant, cycle.scope(), day).stream()
                .map(unit -> new OpenAssessment(tenant, unit, cycle.model(), cycle.period()))
                .toList();
        var begun = streams.begun(
                tenant, wanted.stream().map(OpenAssessment::stream).toList());
        for (var command : wanted) if (!begun.contains(command.stream().value())) open(command, origin);
    }

    private void open(OpenAssessment command, Origin origin) {
        try {
            opening.carryingOver(command, origin);
        } catch (Rejected refused) {
            // somebody was faster
            if (!(refused.reason() instanceof Rejection.AlreadyExists)) throw refused;
        }
    }
}
