package io.cairn.assessment.unit;

import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.command.Commands;
import io.cairn.platform.command.Receipt;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers what a decision on one unit must know of the others. */
final class UnitDesk {
    private final Commands commands;
    private final UnitStreams units;
    private final TreeLock tree;
    private final Clock clock;

    UnitDesk(Commands commands, UnitStreams units, TreeLock tree, Clock clock) {
        this.commands = commands;
        this.units = units;
        this.tree = tree;
        this.clock = clock;
    }

    Receipt add(Caller caller, UnitEndpoints.NewUnit unit) {
        var tenant = caller.tenant();
        if (unit.parent() != null) mustBeParent(tenant, unit.parent());
        return commands.send(new AddUnit(tenant, unit.code(), unit.name(), unit.parent()), caller.origin());
    }

    Receipt change(Caller caller, UnitCode code, UnitPatch patch, @Nullable Long expected) {
        if (!patch.moves()) return send(caller, code, patch, List.of(), expected);
        return tree.alone(
                caller.tenant(), () -> send(caller, code, patch, above(caller.tenant(), patch.parent()), expected));
    }

    private Receipt send(Caller caller, UnitCode code, UnitPatch patch, List<UnitCode> above, @Nullable Long expected) {
        var today = LocalDate.now(clock);
        if (patch.takesBack()) mustNotRetire(caller.tenant(), code, today);
        var changes = new ArrayList<UnitChange>();
        if (patch.name() != null) changes.add(new RenameUnit(patch.name()));
        if (patch.moves()) changes.add(new MoveUnit(above));
        var retired = patch.retired();
        if (retired != null)
            changes.add(new RetireUnit(Objects.requireNonNullElse(retired.lastDay(), today), retired.reason()));
        return commands.send(new AmendUnit(caller.tenant(), code, changes, today), caller.origin(), expected);
    }

    /** One that is retired already changes no more, as the decision says. */
    private void mustNotRetire(TenantId tenant, UnitCode code, LocalDate today) {
        if (units.find(tenant, code).state() instanceof UnitState.Known it
                && it.lastDay() != null
                && !it.isRetiredOn(today))
            throw Problem.invalidBody("/retired", "A retirement is not taken back; set a later last day.")
                    .exception();
    }

    /** The new parent and everything above it; nothing when the unit goes to the top. */
    private List<UnitCode> above(TenantId tenant, @Nullable UnitCode parent) {
        if (parent == null) return List.of();
        mustBeParent(tenant, parent);
        return units.upFrom(tenant, parent);
    }

    private void mustBeParent(TenantId tenant, UnitCode parent) {
        try {
            units.mustBeActive(tenant, parent);
        } catch (Rejected refused) {
            throw (refused.reason() instanceof Rejection.UnitIsRetired
                            ? Problem.of(422, "unit-is-retired", "The unit is retired.")
                                    .at("/parent", "The unit " + parent + " is retired.")
                            : Problem.of(422, "unknown-unit", "There is no such unit.")
                                    .at("/parent", "There is no unit " + parent + "."))
                    .exception();
        }
    }
}
