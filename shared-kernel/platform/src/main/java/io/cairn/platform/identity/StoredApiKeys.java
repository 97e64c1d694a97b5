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
                        select id, name, role, created_at, expires_at from platform.api_key
                        where tenant_id = ? and revoked_at is null order by created_at, id
                        """)
                        .params(tenant.value())
                        .query((row, n) -> new KeyInfo(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                Role.valueOf(row.getString("role")),
                                row.getTimestamp("created_at").toInstant(),
                                instant(row, "expires_at")))
                        .list());
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
        remembered.asMap().values().removeIf(known -> known.id().equals(id));
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
            if (known != null) remembered.put(place, known);
        }
        return Optional.ofNullable(known).filter(it -> it.holdsAt(now()));
    }

    private @Nullable Known stored(KeyText key) {
        return database.read(
                key.tenant(),
                db -> db.sql("""
                        select id, role, expires_at from platform.api_key
                        where tenant_id = ? and hash = ? and revoked_at is null
                        """)
                        .params(key.tenant().value(), key.hash())
                        .query((row, n) -> new Known(
                                row.getObject("id", UUID.class),
                                Role.valueOf(row.getString("role")),
                                instant(row, "expires_at")))
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
