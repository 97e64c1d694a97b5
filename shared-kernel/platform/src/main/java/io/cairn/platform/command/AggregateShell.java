package io.cairn.platform.command;

import io.cairn.language.event.Event;
import java.util.List;

/**
 * What every aggregate shares: it takes its id from the first command and applies what was decided. A subclass has
 * one line per command and one handler typed on its sealed events.
 */
public abstract class AggregateShell {
    /** Applies the decided events, in order, after checking the version the caller expects. */
    protected final void apply(Command command, List<? extends Event> decided) {
        throw new UnsupportedOperationException();
    }
}
