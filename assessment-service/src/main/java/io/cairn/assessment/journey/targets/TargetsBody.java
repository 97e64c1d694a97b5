package io.cairn.assessment.journey.targets;

import io.cairn.language.DimensionKey;
import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.language.Period;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The targets as they are to be: all of them, which may be none, but not left out. */
record TargetsBody(@Nullable List<WantedTarget> targets) {
    TargetsBody {
        if (targets == null) throw new InvalidValue("targets lists what holds from now on, be it nothing");
        targets = List.copyOf(targets);
    }

    /**
     * @param dimension that is to be there; left out, the unit as a whole
     * @param stage its key or its ordinal
     * @param period by whose end
     */
    record WantedTarget(
            @Nullable DimensionKey dimension,
            JsonNode stage,
            Period period,
            @Nullable FreeText reason) {}

    List<SetTargets.Wanted> wanted() {
        var wanted = new ArrayList<SetTargets.Wanted>();
        for (var it : Objects.requireNonNull(targets))
            wanted.add(
                    new SetTargets.Wanted(it.dimension(), stage(wanted.size(), it.stage()), it.period(), it.reason()));
        return wanted;
    }

    private static String stage(int index, JsonNode stage) {
        if (stage.isString()) return stage.stringValue();
        if (stage.isIntegralNumber()) return stage.asString();
        throw new Rejected(new Rejection.InEntry("targets", index, new Rejection.UnknownStage(stage.toString())));
    }
}
