package io.cairn.language;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an import says about where an answer came from; a claim, unlike the actor and time of the event itself. */
public record AnswerSource(
        @Nullable ActorId actor, @Nullable Instant answeredAt) {}
