package io.cairn.assessment.journey.proposing;

import io.cairn.assessment.tenant.Tenants;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Policy;
import io.cairn.language.Comparison;
import io.cairn.language.DimensionStage;
import io.cairn.language.Profile;
import io.cairn.language.StageUnder;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.Event;
import io.cairn.platform.command.Commands;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment's stage is proposed to the journey of its unit: the one that is proven, also where more cannot be told.
 * Answers that tell no stage propose none.
 */
public final class WhenAssessmentFinalizedThenProposeStage implements Policy {
    public static final String NAME = "when-assessment-finalized-then-propose-stage";

    private final Commands commands;
    private final Tenants tenants;

    public WhenAssessmentFinalizedThenProposeStage(Commands commands, Tenants tenants) {
        this.commands = commands;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Event event) {
        return event instanceof AssessmentFinalized;
    }

    @Override
    public void when(StoredEvent event) {
        if (!(event.event() instanceof AssessmentFinalized finalized)) return;
        var stage = finalized.profile().overall().stage();
        if (stage == null) return;
        var propose = new ProposeStage(
                event.tenant(),
                finalized.unit(),
                finalized.model(),
                finalized.period(),
                event.stream().value(),
                event.version(),
                stage.ref(),
                dimensions(finalized.profile()),
                tenants.settings(event.tenant()).transitionPolicy(),
                underPrevious(finalized.comparison()));
        commands.send(propose, origin(event));
    }

    private static List<DimensionStage> dimensions(Profile profile) {
        var stages = new ArrayList<DimensionStage>();
        for (var dimension : profile.dimensions()) {
            var stage = dimension.stage();
            if (stage != null) stages.add(new DimensionStage(dimension.key(), stage.ref()));
        }
        return stages;
    }

    private static @Nullable StageUnder underPrevious(@Nullable Comparison comparison) {
        if (comparison == null) return null;
        var stage = comparison.between().stage();
        return stage == null ? null : new StageUnder(comparison.model(), stage);
    }
}
