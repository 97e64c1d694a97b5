package io.cairn.assessment.imports;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.imports.Group.AnsweredRow;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.StreamId;
import io.cairn.language.event.AssessmentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Decides on the rows of some units and periods, each on what its assessment is so far. */
final class GroupWork {
    private final StreamReader streams;
    private final ImportOrder order;
    private final Decided decided;
    private final Tally tally;

    GroupWork(StreamReader streams, ImportOrder order, Decided decided, Tally tally) {
        this.streams = streams;
        this.order = order;
        this.decided = decided;
        this.tally = tally;
    }

    void decide(List<List<Cells>> some) {
        var groups = some.stream().map(GroupWork::group).toList();
        var begun =
                streams.begun(order.tenant(), groups.stream().map(this::stream).toList());
        for (var group : groups) decide(group, begun);
    }

    private void decide(Group group, Set<UUID> begun) {
        var stream = stream(group);
        var state = AssessmentState.NONE;
        var version = -1L;
        if (begun.contains(stream.value()))
            for (var stored : streams.read(stream)) {
                if (stored.event() instanceof AssessmentEvent event) state = state.evolve(event);
                version = stored.version();
            }
        var outcome = GroupDecision.decide(order, group, state);
        outcome.rejected().forEach(tally::reject);
        if (!group.rows().isEmpty()) tally.assessment();
        if (outcome.finalized()) tally.finalized();
        var why = outcome.notFinalized();
        if (why != null && order.finalizing()) tally.notFinalized(group.unit(), group.period(), why);
        decided.add(stream, version, outcome.events());
    }

    private StreamId stream(Group group) {
        return StreamId.assessment(
                order.tenant(), group.unit(), order.model().ref().key(), group.period());
    }

    private static Group group(List<Cells> cells) {
        try {
            var rows = new ArrayList<AnsweredRow>();
            for (var row : cells) if (row.isAnswered()) rows.add(new AnsweredRow(row.row(), RowReading.entry(row)));
            return new Group(RowReading.unit(cells.getFirst()), RowReading.period(cells.getFirst()), rows);
        } catch (BadCell e) {
            throw new IllegalStateException("a staged row was checked before", e);
        }
    }
}
