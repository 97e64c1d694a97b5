package io.cairn.bench.axon;

import com.zaxxer.hikari.HikariDataSource;
import io.cairn.bench.database.BenchDatabase;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Axon's JDBC engine on PostgreSQL with its own tables, in Spring's transactions, serialising with Jackson (cheaper
 * than its default, XStream).
 */
public final class StockJdbc implements AutoCloseable {
    private final HikariDataSource pool;
    private final TransactionManager transactions;
    private final ConnectionProvider connections;
    private final Serializer serializer = Jackson3Serializer.builder().build();
    private final JdbcEventStorageEngine engine;

    public StockJdbc(BenchDatabase database, int connections) {
        this.pool = database.peer("axon_jdbc", connections);
        this.transactions = new SpringTransactionManager(new DataSourceTransactionManager(pool));
        this.connections = new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(pool));
        this.engine = JdbcEventStorageEngine.builder()
                .connectionProvider(this.connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .build();
    }

    /** Its tables; once per database. */
    public StockJdbc createTables() {
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        transactions.executeInTransaction(() -> tokens().createSchema(PostgresTokenTableFactory.INSTANCE));
        return this;
    }

    HikariDataSource pool() {
        return pool;
    }

    TransactionManager transactions() {
        return transactions;
    }

    Serializer serializer() {
        return serializer;
    }

    JdbcEventStorageEngine engine() {
        return engine;
    }

    JdbcTokenStore tokens() {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .build();
    }

    @Override
    public void close() {
        pool.close();
    }
}
