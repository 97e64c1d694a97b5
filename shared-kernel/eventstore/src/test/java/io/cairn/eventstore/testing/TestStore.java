package io.cairn.eventstore.testing;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.Channel;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.PostgresEventAppender;
import io.cairn.eventstore.PostgresEventSource;
import io.cairn.eventstore.PostgresStreamReader;
import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.json.EventJson;
import io.cairn.language.ActorId;
import io.cairn.language.StreamId;
import io.cairn.language.event.Event;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The store of a test database, and short ways to put events into it. */
public final class TestStore {
    public static final Origin ORIGIN = new Origin(new ActorId("key:tester"), Channel.API, new UUID(1, 2), null);

    private final TestDatabase database;
    private final AppendSignal signal = new AppendSignal();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EventAppender appender;

    public TestStore(TestDatabase database) {
        this.database = database;
        this.appender = another(Clock.systemUTC(), meters);
    }

    public EventAppender appender() {
        return appender;
    }

    /** As another process would have, with its own clock. */
    public EventAppender another(Clock clock) {
        return another(clock, new SimpleMeterRegistry());
    }

    private EventAppender another(Clock clock, MeterRegistry meters) {
        return new PostgresEventAppender(
                database.appender(),
                EventJson.standard(),
                clock,
                signal,
                meters,
                PostgresEventAppender.Settings.STANDARD);
    }

    /** How many appends wait in the appender's queue. */
    public int waiting() {
        return (int) meters.get("cairn.append.waiting").gauge().value();
    }

    public StreamReader reader() {
        return new PostgresStreamReader(database.app(), EventJson.standard());
    }

    public EventSource source() {
        return new PostgresEventSource(database.projector(), EventJson.standard());
    }

    public AppendSignal signal() {
        return signal;
    }

    /** Appends to the stream from {@code version} on; returns the position of the last event. */
    public long append(StreamId stream, long version, Event... events) {
        return appender.append(events(stream, version, events));
    }

    public static List<NewEvent> events(StreamId stream, long version, Event... events) {
        var all = new ArrayList<NewEvent>();
        for (var event : events) all.add(new NewEvent(stream, version + all.size(), UUID.randomUUID(), event, ORIGIN));
        return all;
    }
}
