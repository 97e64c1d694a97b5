package io.cairn.assessment.roadmap.planning;

import io.cairn.assessment.roadmap.Aims;
import io.cairn.assessment.roadmap.RoadmapState;
import io.cairn.language.ActionPlan;
import io.cairn.language.ModelRef;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.RoadmapEvent.ActionPlanned;
import io.cairn.maturity.MaturityModel;
import io.cairn.platform.command.Command;
import java.util.List;

/** An action joins a unit's roadmap. The first one begins it. */
public record PlanAction(TenantId tenant, UnitCode unit, ModelRef model, ActionPlan plan) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.roadmap(tenant, unit, model.key());
    }

    /** Its id follows from how many there were before it. */
    public static List<RoadmapEvent> decide(PlanAction command, RoadmapState state, MaturityModel model) {
        var id =
                command.stream().part("action", Integer.toString(state.actions().size()));
        return List.of(new ActionPlanned(id, command.unit(), command.model(), Aims.onScale(command.plan(), model)));
    }
}
