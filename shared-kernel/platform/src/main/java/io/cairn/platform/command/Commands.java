package io.cairn.platform.command;

import io.cairn.eventstore.Origin;
import org.jspecify.annotations.Nullable;

/** The way every command takes, on the caller's own thread. */
public interface Commands {
    /**
     * Decides and appends, durably.
     *
     * @param expectedVersion the version the stream must be at, null when any will do; without one a lost race is
     *     decided again, for some seconds
     * @throws io.cairn.language.Rejected when the command is refused
     * @throws StaleVersion when the stream is not at the expected version
     * @throws io.cairn.eventstore.VersionConflict when the race was lost too often
     */
    Receipt send(Command command, Origin origin, @Nullable Long expectedVersion);

    default Receipt send(Command command, Origin origin) {
        return send(command, origin, null);
    }
}
