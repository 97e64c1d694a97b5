package io.cairn.eventstore;

import io.cairn.language.TenantId;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The database as one tenant sees it, through the role {@code app}: every statement runs in a transaction whose
 * tenant is set, and row-level security does the rest. There is no way to it without a tenant. The {@link JdbcClient}
 * is good inside the function only; a call inside another is a transaction of its own, with its own tenant.
 */
public final class TenantDatabase {
    private final DataSource app;

    public TenantDatabase(DataSource app) {
        this.app = app;
    }

    /** In a read-only transaction. */
    public <T extends @Nullable Object> T read(TenantId tenant, Function<JdbcClient, T> query) {
        return run(tenant, true, query);
    }

    /** In a transaction that commits when {@code work} returns. */
    public <T extends @Nullable Object> T write(TenantId tenant, Function<JdbcClient, T> work) {
        return run(tenant, false, work);
    }

    private <T extends @Nullable Object> T run(TenantId tenant, boolean readOnly, Function<JdbcClient, T> work) {
        return Transactions.<T>run(app, readOnly, connection -> {
            // local to the transaction: the pool's next user starts without a tenant
            try (var statement = connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
                statement.setString(1, tenant.toString());
                statement.execute();
            }
            return work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        });
    }
}
