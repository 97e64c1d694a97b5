package io.cairn.platform.identity;

import io.cairn.language.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys for machines: stored hashed, one role each, expiring. The tenant is part of the key, so the look-up is the tenant's own. */
public interface ApiKeys {
    record NewKey(UUID id, String key) {}

    /** @param lastUsedAt to the minute; null when it was never used
     *  @param formerUntil so long the key before a rotation is taken too; null when there is none */
    record KeyInfo(
            UUID id,
            String name,
            Role role,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant formerUntil) {}

    /** The key itself is told here and never again. */
    NewKey create(TenantId tenant, String name, Role role, @Nullable Instant expiresAt);

    List<KeyInfo> list(TenantId tenant);

    /** False when there is no such key of this tenant. */
    boolean revoke(TenantId tenant, UUID id);
}
