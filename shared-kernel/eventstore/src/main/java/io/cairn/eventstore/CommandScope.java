package io.cairn.eventstore;

import io.cairn.language.StreamId;
import io.cairn.language.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The command being handled on this thread: which stream it is about, who caused it, and what came of it. The storage
 * engine knows the tenant from here and from nowhere else; without a scope it neither reads nor appends. One scope is
 * for one attempt: deciding again after a conflict takes a new one.
 */
public final class CommandScope {
    private static final ScopedValue<CommandScope> CURRENT = ScopedValue.newInstance();

    private final StreamId stream;
    private final Origin origin;
    private final @Nullable AppendKey key;
    private final List<Event> events = new ArrayList<>();
    private @Nullable Long version;
    private @Nullable Long position;
    private boolean remembered;

    public CommandScope(StreamId stream, Origin origin) {
        this(stream, origin, null);
    }

    /** @param key under which its events are appended once, null when it is not sent again */
    public CommandScope(StreamId stream, Origin origin, @Nullable AppendKey key) {
        this.stream = stream;
        this.origin = origin;
        this.key = key;
    }

    /** Runs {@code work} inside this scope. */
    public <R extends @Nullable Object, X extends Throwable> R call(ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** The scope of this thread; throws {@link IllegalStateException} when there is none. */
    public static CommandScope current() {
        return CURRENT.orElseThrow(
                () -> new IllegalStateException("no command is being handled on this thread, so there is no tenant"));
    }

    public StreamId stream() {
        return stream;
    }

    public Origin origin() {
        return origin;
    }

    @Nullable
    AppendKey key() {
        return key;
    }

    /** The stream's version as last read, remembered or appended, -1 when it has no event; empty before any of these. */
    public OptionalLong version() {
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /** The position of the last event appended in this scope; empty when there was none. */
    public OptionalLong position() {
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** What was appended in this scope, in order. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Whether what is decided here rests on memory and not on the store: another process may have appended since. */
    public boolean remembered() {
        return remembered;
    }

    /** The stream was just read, up to {@code version}; -1 when it has no event. */
    public void read(long version) {
        this.version = version;
        remembered = false;
    }

    /** The stream was not read, because this process still knows it as it was at {@code version}. */
    public void remember(long version) {
        this.version = version;
        remembered = true;
    }

    void appended(long position, long version, List<Event> appended) {
        this.position = position;
        this.version = version;
        remembered = false; // what is appended proves that nothing came between
        events.addAll(appended);
    }
}
