package io.cairn.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import io.cairn.language.WellFormed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys in {@code platform.api_key}, each tenant's behind row-level security. */
final class StoredApiKeys implements ApiKeys {
    /** So long a key that another process revoked may still be taken for good here. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final TenantDatabase database;
    private final Clock clock;
    private final Cache<Place, Known> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    StoredApiKeys(TenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public NewKey create(TenantId tenant, String name, Role role, @Nullable Instant expiresAt) {
        return create(tenant, name, role, expiresAt, "platform");
    }

    NewKey create(TenantId tenant, String name, Role role, @Nullable Instant expiresAt, String creator) {
        if (role == Role.OPERATOR) throw new IllegalArgumentException("an operator belongs to no tenant");
        WellFormed.name("name", name, 200);
        var id = UUID.randomUUID();
        var key = KeyText.fresh(tenant);
        database.write(
                tenant,
                db -> db.sql("""
                        insert into platform.api_key (tenant_id, id, name, role, hash, created_by, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                        .params(tenant.value(), id, name, role.name(), key.hash(), creator, Timestamp.from(now()))
                        .param(expiresAt == null ? null : Timestamp.from(expiresAt))
                        .update());
        return new NewKey(id, key.text());
    }

    @Override
    public List<KeyInfo> list(TenantId tenant) {
        return database.read(
                tenant,
                db -> db.sql("""
                        select id, name, role, created_at, expires_at, last_used_at, former_until from platform.api_key
                        where tenant_id = ? and revoked_at is null order by created_at, id
                        """)
                        .params(tenant.value())
                        .query((row, n) -> new KeyInfo(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                Role.valueOf(row.getString("role")),
                                row.getTimestamp("created_at").toInstant(),
                                instant(row, "expires_at"),
                                instant(row, "last_used_at"),
                                stillToCome(instant(row, "former_until"))))
                        .list());
    }

    private @Nullable Instant stillToCome(@Nullable Instant time) {
        return time == null || !time.isAfter(now()) ? null : time;
    }

    /**
     * Another key in the place of one, with its name, role and actor. The one before holds for a while; one that was
     * rotated away before it does not any more.
     *
     * @return empty when there is no such key of this tenant
     */
    Optional<NewKey> rotate(TenantId tenant, UUID id, Duration overlap, Instant expiresAt) {
        var key = KeyText.fresh(tenant);
        var rotated = database.write(
                tenant,
                db -> db.sql("""
                        update platform.api_key
                        set former_hash = hash, former_until = least(coalesce(expires_at, 'infinity'), ?), hash = ?,
                            expires_at = ?
                        where tenant_id = ? and id = ? and revoked_at is null
                        """)
                        .params(
                                Timestamp.from(now().plus(overlap)),
                                key.hash(),
                                Timestamp.from(expiresAt),
                                tenant.value(),
                                id)
                        .update());
        forget(id);
        return rotated == 1 ? Optional.of(new NewKey(id, key.text())) : Optional.empty();
    }

    private void forget(UUID id) {
        remembered.asMap().values().removeIf(known -> known.id().equals(id));
    }

    @Override
    public boolean revoke(TenantId tenant, UUID id) {
        var revoked = database.write(
                        tenant,
                        db -> db.sql("""
                                update platform.api_key set revoked_at = ?
                                where tenant_id = ? and id = ? and revoked_at is null
                                """)
                                .params(Timestamp.from(now()), tenant.value(), id)
                                .update())
                == 1;
        forget(id);
        return revoked;
    }

    void revokeAll(TenantId tenant) {
        database.write(
                tenant,
                db -> db.sql("update platform.api_key set revoked_at = ? where tenant_id = ? and revoked_at is null")
                        .params(Timestamp.from(now()), tenant.value())
                        .update());
        remembered.asMap().keySet().removeIf(place -> place.tenant().equals(tenant));
    }

    /** The key's id and role, when there is such a key and it still holds. */
    Optional<Known> find(KeyText key) {
        var place = new Place(key.tenant(), HexFormat.of().formatHex(key.hash()));
        var known = remembered.getIfPresent(place);
        if (known == null) {
            known = stored(key);
            if (known != null) {
                remembered.put(place, known);
                noteUse(key.tenant(), known);
            }
        }
        return Optional.ofNullable(known).filter(it -> it.holdsAt(now()));
    }

    /** Not with every request: to the minute is enough. */
    private void noteUse(TenantId tenant, Known known) {
        var now = now();
        if (!known.holdsAt(now)) return;
        database.changeSoon(
                tenant, """
                update platform.api_key set last_used_at = ?
                where tenant_id = ? and id = ? and (last_used_at is null or last_used_at < ?)
                """, Timestamp.from(now), tenant.value(), known.id(), Timestamp.from(now.minusSeconds(60)));
    }

    private @Nullable Known stored(KeyText key) {
        return database.read(
                key.tenant(),
                db -> db.sql("""
                        select id, role, case when hash = :hash then expires_at else former_until end as holds_until
                        from platform.api_key
                        where tenant_id = :tenant and (hash = :hash or former_hash = :hash) and revoked_at is null
                        """)
                        .param("tenant", key.tenant().value())
                        .param("hash", key.hash())
                        .query((row, n) -> new Known(
                                row.getObject("id", UUID.class),
                                Role.valueOf(row.getString("role")),
                                instant(row, "holds_until")))
                        .optional()
                        .orElse(null));
    }

    /** Where a key is remembered: what is remembered is not the key. */
    private record Place(TenantId tenant, String hash) {}

    record Known(UUID id, Role role, @Nullable Instant expiresAt) {
        boolean holdsAt(Instant now) {
            return expiresAt == null || expiresAt.isAfter(now);
        }
    }

    /** As precise as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
