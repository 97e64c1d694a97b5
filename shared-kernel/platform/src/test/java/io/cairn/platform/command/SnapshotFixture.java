package io.cairn.platform.command;

import io.cairn.eventstore.json.StateJson;
import io.cairn.language.event.Event;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A shell's past told by events, or by a snapshot and the events behind it. */
public final class SnapshotFixture<A extends AggregateShell> {
    private static final Pattern DIGEST = Pattern.compile("\"sha256\":\"[0-9a-f]{64}\"");

    private final ShellFactory<A> shells;
    private final Evolution<A> evolution;
    private final ShellState<A> state;

    private SnapshotFixture(Class<A> shell) {
        shells = new ShellFactory<>(shell);
        evolution = new Evolution<>(shell);
        state = Objects.requireNonNull(ShellState.of(shell), "nothing of it is marked as @Snapshotted");
    }

    public static <A extends AggregateShell> SnapshotFixture<A> of(Class<A> shell) {
        return new SnapshotFixture<>(shell);
    }

    public String revision() {
        return state.revision();
    }

    /** The state after these events. */
    public Object replayed(List<? extends Event> events) {
        return state.take(after(shells.create("any"), events));
    }

    public StateJson.Form snapshot(List<? extends Event> events) {
        return state.write(replayed(events));
    }

    /** A snapshot's JSON with every digest, which is another one each time, as three dots. */
    public String json(List<? extends Event> events) {
        return DIGEST.matcher(snapshot(events).state()).replaceAll("\"sha256\":\"...\"");
    }

    /** The state from a snapshot taken after the first events and from the others. */
    public Object recalled(List<? extends Event> events, int snapshotAfter) {
        var shell = shells.create("any");
        state.restore(shell, snapshot(events.subList(0, snapshotAfter)));
        return state.take(after(shell, events.subList(snapshotAfter, events.size())));
    }

    private A after(A shell, List<? extends Event> events) {
        events.forEach(event -> evolution.happened(shell, event));
        return shell;
    }
}
