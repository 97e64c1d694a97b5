package io.cairn.platform.command;

import io.cairn.eventstore.Snapshot;
import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.StreamReader.Past;
import io.cairn.eventstore.snapshot.Snapshots;
import io.cairn.language.StreamId;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an aggregate to where its stream is: from a snapshot and the events behind it or, without one, from all events. */
final class Recollection<A extends AggregateShell> {
    private static final Logger LOG = LoggerFactory.getLogger(Recollection.class);

    private final ShellFactory<A> shells;
    private final AggregateModel<A> model;
    private final EventStore events;
    private final Store store;
    private final Evolution<A> evolution;
    private final @Nullable ShellState<A> state;

    /**
     * What aggregates come from.
     *
     * @param every how many events of a stream lie between snapshots, 0 for none
     */
    record Store(StreamReader streams, Snapshots snapshots, int every) {}

    Recollection(ShellFactory<A> shells, AggregateModel<A> model, EventStore events, Store store) {
        this.shells = shells;
        this.model = model;
        this.events = events;
        this.store = store;
        this.evolution = new Evolution<>(shells.getAggregateType());
        this.state = store.every() == 0 ? null : ShellState.of(shells.getAggregateType());
    }

    Class<A> type() {
        return shells.getAggregateType();
    }

    /** At version -1 when the stream has no event. */
    EventSourcedAggregate<A> of(StreamId stream) {
        var shell = shells.create(stream.value().toString());
        var past = past(stream, shell);
        for (var event : past.events()) evolution.happened(shell, event.event());
        var aggregate = EventSourcedAggregate.initialize(shell, model, events, NoSnapshotTriggerDefinition.TRIGGER);
        aggregate.initSequence(past.version());
        // a stream that has outgrown its snapshot, or lost it
        if (past.events().size() >= store.every()) keep(stream, shell, past.version());
        return aggregate;
    }

    /** After a command: a snapshot whenever the stream has passed the next mark. */
    void moved(StreamId stream, A shell, long before, long after) {
        if (state != null && (after + 1) / store.every() > (before + 1) / store.every()) keep(stream, shell, after);
    }

    private void keep(StreamId stream, A shell, long version) {
        if (state == null) return;
        var taken = state.take(shell);
        store.snapshots().keep(stream, state.revision(), version, () -> state.write(taken));
    }

    private Past past(StreamId stream, A shell) {
        if (state == null) return new Past(null, store.streams().read(stream));
        var past = store.streams().past(stream, state.revision());
        return past.snapshot() == null || isRestored(stream, shell, past.snapshot())
                ? past
                : new Past(null, store.streams().read(stream));
    }

    private boolean isRestored(StreamId stream, A shell, Snapshot snapshot) {
        if (state == null) return false;
        try {
            state.restore(shell, snapshot.form());
            return true;
        } catch (RuntimeException e) {
            // without the cause's message, which may quote what somebody answered
            LOG.warn(
                    "the snapshot of {} {} at version {} cannot be read ({}); its events are read instead",
                    stream.type(),
                    stream.value(),
                    snapshot.version(),
                    e.getClass().getSimpleName());
            return false;
        }
    }
}
