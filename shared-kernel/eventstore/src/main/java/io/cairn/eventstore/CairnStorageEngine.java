package io.cairn.eventstore;

import io.cairn.language.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage on our store. Streams are read and appended as the {@link CommandScope} of the thread says; Axon's
 * aggregate identifier must be that stream's id, so that an aggregate never reaches another tenant's stream. Snapshots
 * are not kept: storing one does nothing and none is ever found, which costs time and changes no outcome.
 */
public final class CairnStorageEngine implements EventStorageEngine {
    private static final int BATCH = 500;

    private final EventAppender appender;
    private final StreamReader reader;
    private final EventSource source;

    public CairnStorageEngine(EventAppender appender, StreamReader reader, EventSource source) {
        this.appender = appender;
        this.reader = reader;
        this.source = source;
    }

    /**
     * Appends a command's events in one transaction.
     *
     * @throws AggregateStreamCreationException when the stream was to be new and exists, caused by a {@link
     *     VersionConflict}
     * @throws ConcurrencyException when somebody else appended to the stream first, caused by a {@link VersionConflict}
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) return;
        var scope = CommandScope.current();
        var events = messages.stream().map(message -> toAppend(message, scope)).toList();
        try {
            var position = appender.append(events, scope.key());
            scope.appended(
                    position,
                    events.getLast().version(),
                    events.stream().map(NewEvent::event).toList());
        } catch (VersionConflict e) {
            if (events.getFirst().version() == 0)
                throw new AggregateStreamCreationException("the stream exists already", e);
            throw new ConcurrencyException("somebody else appended to the stream first", e);
        }
    }

    private static NewEvent toAppend(EventMessage<?> message, CommandScope scope) {
        if (!(message instanceof DomainEventMessage<?> domain) || !(domain.getPayload() instanceof Event event))
            throw new IllegalArgumentException(
                    "only an aggregate's own events are stored, not " + message.getPayloadType());
        checkStream(domain.getAggregateIdentifier(), scope);
        return new NewEvent(
                scope.stream(),
                domain.getSequenceNumber(),
                UUID.fromString(domain.getIdentifier()),
                event,
                scope.origin());
    }

    private static void checkStream(String aggregate, CommandScope scope) {
        if (!aggregate.equals(scope.stream().value().toString()))
            throw new IllegalStateException("aggregate " + aggregate + " is not the one the command is about");
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long firstSequenceNumber) {
        var scope = CommandScope.current();
        checkStream(aggregate, scope);
        var events = reader.read(scope.stream(), firstSequenceNumber);
        scope.read(events.isEmpty() ? firstSequenceNumber - 1 : events.getLast().version());
        return DomainEventStream.of(
                events.stream().map(CairnStorageEngine::domainMessage).toList());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        var scope = CommandScope.current();
        checkStream(aggregate, scope);
        var version = reader.version(scope.stream());
        return version < 0 ? Optional.empty() : Optional.of(version);
    }

    /** Everything behind the token, of all tenants. It never blocks. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        var from = token == null ? 0 : token.position().orElse(0);
        return Stream.iterate(
                        source.after(from, BATCH),
                        batch -> !batch.isEmpty(),
                        batch -> source.after(batch.getLast().position(), BATCH))
                .flatMap(List::stream)
                .map(event -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(event.position()), domainMessage(event)));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(source.head());
    }

    /** Recorded times follow positions, so the place can be found by halving. */
    @Override
    public TrackingToken createTokenAt(Instant time) {
        var before = 0L;
        var behind = source.head();
        while (before < behind) {
            var middle = (before + behind) / 2;
            if (source.after(middle, 1).getFirst().recordedAt().isBefore(time)) before = middle + 1;
            else behind = middle;
        }
        return new GlobalSequenceTrackingToken(before);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        // not kept, see above
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return Optional.empty();
    }

    private static GenericDomainEventMessage<Event> domainMessage(StoredEvent event) {
        return new GenericDomainEventMessage<>(
                StreamTypes.name(event.stream().type()),
                event.stream().value().toString(),
                event.version(),
                event.event(),
                MetaData.from(Map.of()),
                event.eventId().toString(),
                event.recordedAt());
    }
}
