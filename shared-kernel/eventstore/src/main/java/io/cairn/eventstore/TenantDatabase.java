package io.cairn.eventstore;

import io.cairn.language.TenantId;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database as one tenant sees it, through the role {@code app}: every statement runs in a transaction whose
 * tenant is set, and row-level security does the rest. There is no way to it without a tenant.
 */
public final class TenantDatabase {
    public TenantDatabase(DataSource app) {
        throw new UnsupportedOperationException();
    }

    /** In a read-only transaction. */
    public <T extends @org.jspecify.annotations.Nullable Object> T read(
            TenantId tenant, Function<JdbcClient, T> query) {
        throw new UnsupportedOperationException();
    }

    /** In a transaction that commits when {@code work} returns. */
    public <T extends @org.jspecify.annotations.Nullable Object> T write(
            TenantId tenant, Function<JdbcClient, T> work) {
        throw new UnsupportedOperationException();
    }
}
