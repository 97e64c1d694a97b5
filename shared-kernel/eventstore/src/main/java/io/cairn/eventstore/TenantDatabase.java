package io.cairn.eventstore;

import io.cairn.language.TenantId;
import java.sql.SQLException;
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
    private static final String SET_TENANT = "select set_config('app.tenant', ?, true);\n";
    private static final String SET_TENANT_AND_DO_NOT_WAIT =
            "select set_config('app.tenant', ?, true), set_config('synchronous_commit', 'off', true);\n";

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

    /**
     * One statement in one round trip, durable when it returns.
     *
     * @return how many rows it changed
     */
    public int change(TenantId tenant, String sql, Object... parameters) {
        return change(tenant, SET_TENANT, sql, parameters);
    }

    /**
     * Like {@link #change}, but not waiting for the disk: if the server dies within a second, the change may be lost.
     * It never is when anything was made durable after it, since the log is written in order.
     */
    public int changeSoon(TenantId tenant, String sql, Object... parameters) {
        return change(tenant, SET_TENANT_AND_DO_NOT_WAIT, sql, parameters);
    }

    private int change(TenantId tenant, String before, String sql, Object... parameters) {
        // in autocommit both statements are one transaction, with which the settings end
        try (var connection = app.getConnection();
                var statement = connection.prepareStatement(before + sql)) {
            statement.setString(1, tenant.toString());
            for (var i = 0; i < parameters.length; i++) statement.setObject(i + 2, parameters[i]);
            statement.execute();
            statement.getMoreResults();
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
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
