package io.cairn.platform.identity;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import io.cairn.language.WellFormed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys in {@code platform.api_key}, each tenant's behind row-level security. */
final class StoredApiKeys implements ApiKeys {
    private final TenantDatabase database;
    private final Clock clock;

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
        return database.write(
                        tenant,
                        db -> db.sql("""
                                update platform.api_key set revoked_at = ?
                                where tenant_id = ? and id = ? and revoked_at is null
                                """)
                                .params(Timestamp.from(now()), tenant.value(), id)
                                .update())
                == 1;
    }

    /** The key's id and role, when there is such a key and it still holds. */
    Optional<Known> find(KeyText key) {
        return database.read(
                key.tenant(),
                db -> db.sql("""
                        select id, role from platform.api_key where tenant_id = ? and hash = ?
                        and revoked_at is null and (expires_at is null or expires_at > ?)
                        """)
                        .params(key.tenant().value(), key.hash(), Timestamp.from(now()))
                        .query((row, n) ->
                                new Known(row.getObject("id", UUID.class), Role.valueOf(row.getString("role"))))
                        .optional());
    }

    record Known(UUID id, Role role) {}

    /** As precise as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
