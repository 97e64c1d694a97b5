package io.cairn.bench.axon;

import com.zaxxer.hikari.HikariDataSource;
import io.cairn.bench.database.BenchDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Axon's JPA engine on Hibernate, with its own entities. */
public final class StockJpa implements AutoCloseable {
    private final HikariDataSource pool;
    private final LocalContainerEntityManagerFactoryBean hibernate = new LocalContainerEntityManagerFactoryBean();
    private final TransactionManager transactions;
    private final JpaEventStorageEngine engine;

    public StockJpa(BenchDatabase database, int connections) throws SQLException {
        this.pool = database.peer("axon_jpa", connections);
        hibernate.setDataSource(pool);
        hibernate.setPersistenceUnitName("axon");
        hibernate.setPackagesToScan("org.axonframework.eventsourcing.eventstore.jpa");
        hibernate.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        hibernate.setJpaPropertyMap(Map.of(
                "hibernate.hbm2ddl.auto",
                "update",
                // as Axon's manual advises for PostgreSQL: without it a payload becomes a large object of its own
                "hibernate.dialect",
                ByteaDialect.class.getName()));
        hibernate.afterPropertiesSet();
        EntityManagerFactory factory = Objects.requireNonNull(hibernate.getObject());
        this.transactions = new SpringTransactionManager(new JpaTransactionManager(factory));
        var serializer = Jackson3Serializer.builder().build();
        var entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
        this.engine = JpaEventStorageEngine.builder()
                .entityManagerProvider(() -> entities)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .dataSource(pool)
                .build();
    }

    TransactionManager transactions() {
        return transactions;
    }

    JpaEventStorageEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        hibernate.destroy();
        pool.close();
    }
}
