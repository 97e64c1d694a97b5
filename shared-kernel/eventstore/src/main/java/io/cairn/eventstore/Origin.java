package io.cairn.eventstore;

import io.cairn.language.ActorId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an event and by which way; stored as the event's metadata.
 *
 * @param correlation the request or event everything here goes back to
 * @param causation the event that led to this one, null when a person's request did
 */
public record Origin(
        ActorId actor,
        Channel channel,
        @Nullable UUID correlation,
        @Nullable UUID causation) {}
