package io.cairn.assessment.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant is told by HTTP.
 *
 * @param kinds of notices by their words; none means all
 * @param generation of the secret that holds
 * @param formerUntil so long the secret of the generation before holds too
 * @param failingSince nothing has got through since then
 * @param disabledBecause {@code gone}: the target said so; {@code failing}
 */
record Webhook(
        UUID id,
        String url,
        Set<String> kinds,
        int generation,
        @Nullable Instant formerUntil,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt,
        @Nullable String disabledBecause) {
    Webhook {
        kinds = Set.copyOf(kinds);
    }

    boolean wants(String kind) {
        return disabledAt == null && (kinds.isEmpty() || kinds.contains(kind));
    }
}
