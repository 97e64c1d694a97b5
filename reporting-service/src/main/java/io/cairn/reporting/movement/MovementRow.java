package io.cairn.reporting.movement;

import io.cairn.maturity.movement.WilsonInterval;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.movement.Movement.Flow;
import io.cairn.reporting.movement.Movement.Probability;
import java.util.ArrayList;
import java.util.List;

/** Where the units of one stage went. */
record MovementRow(NamedStage stage, List<Long> counts, long notReassessed, long left) {
    long reassessed() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    long cohort() {
        return reassessed() + notReassessed + left;
    }

    List<Probability> probabilities() {
        return counts.stream()
                .map(count -> {
                    var wilson = WilsonInterval.of(count, reassessed());
                    return new Probability((double) count / reassessed(), wilson.low(), wilson.high());
                })
                .toList();
    }

    List<Flow> flows(List<NamedStage> columns) {
        var flows = new ArrayList<Flow>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (counts.get(i) > 0)
                flows.add(new Flow(stage.key(), column.key(), counts.get(i), stage.ordinal(), column.ordinal()));
        }
        if (notReassessed > 0)
            flows.add(new Flow(stage.key(), MovementReport.NOT_REASSESSED, notReassessed, stage.ordinal(), null));
        if (left > 0) flows.add(new Flow(stage.key(), MovementReport.LEFT, left, stage.ordinal(), null));
        return flows;
    }
}
