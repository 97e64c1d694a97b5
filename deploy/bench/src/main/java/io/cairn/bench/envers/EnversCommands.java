package io.cairn.bench.envers;

import com.zaxxer.hikari.HikariDataSource;
import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.measure.Load;
import io.cairn.bench.measure.Peer;
import io.cairn.bench.payload.AnswerNoted;
import io.cairn.bench.payload.Streams;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Find by id, change the answer, save, and let Envers write the audit row, in one transaction; from as many platform
 * threads as there are connections.
 */
public final class EnversCommands implements Peer, AutoCloseable {
    private static final int ROWS = 1_024;

    private final int threads;
    private final HikariDataSource pool;
    private final LocalContainerEntityManagerFactoryBean hibernate = new LocalContainerEntityManagerFactoryBean();
    private final TransactionTemplate transaction;
    private final AnswerRows rows;
    private List<UUID> ids = List.of();

    public EnversCommands(BenchDatabase database, int threads) {
        this.threads = threads;
        this.pool = database.peer("envers", threads);
        hibernate.setDataSource(pool);
        hibernate.setPersistenceUnitName("envers");
        hibernate.setPackagesToScan("io.cairn.bench.envers");
        hibernate.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        hibernate.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "update"));
        hibernate.afterPropertiesSet();
        EntityManagerFactory factory = Objects.requireNonNull(hibernate.getObject());
        this.transaction = new TransactionTemplate(new JpaTransactionManager(factory));
        this.rows = new JpaRepositoryFactory(SharedEntityManagerCreator.createSharedEntityManager(factory))
                .getRepository(AnswerRows.class);
    }

    @Override
    public String name() {
        return "envers-" + threads;
    }

    @Override
    public void prepare() {
        ids = Stream.generate(Streams::next).limit(ROWS).toList();
        transaction.executeWithoutResult(
                status -> rows.saveAll(ids.stream().map(AnswerRow::new).toList()));
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        return Map.of(name(), Load.platform(threads, time, this::caller));
    }

    @Override
    public void close() {
        hibernate.destroy();
        pool.close();
    }

    /** Each caller has rows of its own, so that nobody waits for a row or loses a race. */
    private Load.Step caller(int number) {
        return () -> {
            var random = ThreadLocalRandom.current();
            var id = ids.get(number + threads * random.nextInt(ROWS / threads));
            var answer = AnswerNoted.numbered(random.nextLong(1_000_000));
            transaction.executeWithoutResult(status -> {
                var row = rows.findById(id).orElseThrow();
                row.become(answer);
                rows.save(row);
            });
            return 1;
        };
    }
}
