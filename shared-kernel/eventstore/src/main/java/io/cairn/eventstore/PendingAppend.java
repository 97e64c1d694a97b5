package io.cairn.eventstore;

import io.cairn.eventstore.json.EventJson;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One command's events on their way, made ready on the caller's own thread, which then waits for what comes of them. */
final class PendingAppend {
    /**
     * One event as text, as it goes to the database.
     *
     * @param starts whether it is the first of its stream here
     */
    record Row(NewEvent event, EventJson.Form form, String metadata, boolean starts) {}

    /** What a row weighs beside its texts: ids, array slots, the waiting caller. */
    private static final int ROW_WEIGHT = 1_024;

    private final Thread caller = Thread.currentThread();
    private final List<Row> rows;
    private final Set<Object> exclusive;
    private final int weight;
    private final @Nullable AppendKey key;
    private volatile boolean done;
    private long position;
    private @Nullable Supplier<RuntimeException> failure;

    PendingAppend(List<NewEvent> events, @Nullable AppendKey key, EventJson json) {
        var starts = Sequence.starts(events);
        var rows = new Row[events.size()];
        var weight = 0;
        for (var i = 0; i < rows.length; i++) {
            var event = events.get(i);
            var row = new Row(event, json.write(event.event()), json.writeBeside(event.origin()), starts[i]);
            rows[i] = row;
            var texts = row.form().texts();
            weight += ROW_WEIGHT + row.form().payload().length() + (texts == null ? 0 : texts.length());
        }
        this.rows = List.of(rows);
        this.weight = weight;
        this.key = key;
        var streams = events.stream().map(NewEvent::stream).collect(Collectors.toSet());
        for (var stream : streams)
            if (key != null && (streams.size() > 1 || !stream.tenant().equals(key.tenant())))
                throw new IllegalArgumentException("a key is for events of one stream of its tenant");
        this.exclusive = new HashSet<>(streams);
        if (key != null) exclusive.add(key);
    }

    @Nullable
    AppendKey key() {
        return key;
    }

    List<Row> rows() {
        return rows;
    }

    /** Of what a batch takes only one append: a stream, since the next append builds on this one, and a key. */
    Set<Object> exclusive() {
        return exclusive;
    }

    /** About what it takes in memory, in bytes. */
    int weight() {
        return weight;
    }

    void appended(long position) {
        this.position = position;
        done();
    }

    /** The exception is made on the caller's thread, so that its trace says who asked. */
    void failed(Supplier<RuntimeException> failure) {
        this.failure = failure;
        done();
    }

    private void done() {
        done = true;
        LockSupport.unpark(caller);
    }

    /** The position of its last event. An interrupted caller waits on: what it asked for happens all the same. */
    long await() {
        var interrupted = false;
        while (!done) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) caller.interrupt();
        if (failure != null) throw failure.get();
        return position;
    }
}
