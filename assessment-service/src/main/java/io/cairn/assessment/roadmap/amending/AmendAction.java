package io.cairn.assessment.roadmap.amending;

import io.cairn.assessment.roadmap.RoadmapState;
import io.cairn.assessment.roadmap.RoadmapState.Action;
import io.cairn.language.ActorId;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.maturity.MaturityModel;
import io.cairn.platform.command.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Several changes of one action, all or nothing: each is decided on what the ones before it left.
 *
 * @param plans whether who asks plans roadmaps; if not, they may start and complete what they own
 */
public record AmendAction(
        TenantId tenant,
        UnitCode unit,
        ModelKey model,
        UUID action,
        List<ActionChange> changes,
        ActorId by,
        boolean plans)
        implements Command {
    public AmendAction {
        changes = List.copyOf(changes);
    }

    @Override
    public StreamId stream() {
        return StreamId.roadmap(tenant, unit, model);
    }

    public static List<RoadmapEvent> decide(
            AmendAction command, RoadmapState state, Function<ModelRef, MaturityModel> models) {
        var decided = new ArrayList<RoadmapEvent>();
        for (var change : command.changes()) {
            var action = state.action(command.action());
            if (!command.plans()) mayNot(change, action, command.by());
            var events = decide(change, action, models);
            for (var event : events) state = state.evolve(event);
            decided.addAll(events);
        }
        return decided;
    }

    private static List<RoadmapEvent> decide(
            ActionChange change, Action action, Function<ModelRef, MaturityModel> models) {
        return switch (change) {
            case ChangeAction it -> ChangeAction.decide(it, action, models.apply(action.model()));
            case StartAction it -> StartAction.decide(it, action);
            case CompleteAction it -> CompleteAction.decide(it, action);
            case DropAction it -> DropAction.decide(it, action);
        };
    }

    private static void mayNot(ActionChange change, Action action, ActorId by) {
        var own = by.equals(action.plan().owner());
        var refused = switch (change) {
            case ChangeAction ignored -> "change";
            case StartAction ignored -> own ? null : "start";
            case CompleteAction ignored -> own ? null : "complete";
            case DropAction ignored -> "drop";
        };
        if (refused != null) throw new Rejected(new Rejection.OwnActionsOnly(refused));
    }
}
