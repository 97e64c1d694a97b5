package io.cairn.platform.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

/** Tenants nobody is let into any more, whatever the token says. */
public final class ClosedTenants {
    /** So long another process may still let somebody in. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final TenantDatabase database;
    private final StoredApiKeys keys;
    private final Clock clock;
    private final LoadingCache<TenantId, Boolean> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build(this::stored);

    ClosedTenants(TenantDatabase database, StoredApiKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** For good; its keys are revoked. Doing it again changes nothing. */
    public void close(TenantId tenant) {
        database.write(
                tenant,
                db -> db.sql("""
                        insert into platform.closed_tenant (tenant_id, closed_at) values (?, ?)
                        on conflict (tenant_id) do nothing
                        """)
                        .params(tenant.value(), Timestamp.from(clock.instant()))
                        .update());
        keys.revokeAll(tenant);
        remembered.put(tenant, true);
    }

    /** Closed, or closed once and erased since: its id and slug are never given to another. */
    public boolean contains(TenantId tenant) {
        return remembered.get(tenant);
    }

    private boolean stored(TenantId tenant) {
        return database.read(
                tenant,
                db -> db.sql("""
                        select 1 from platform.closed_tenant where tenant_id = ?
                        union all select 1 from eventstore.erased where id = ? limit 1
                        """)
                        .params(tenant.value(), tenant.value())
                        .query(Integer.class)
                        .optional()
                        .isPresent());
    }
}
