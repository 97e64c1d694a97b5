package io.cairn.platform.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cairn.eventstore.Migrations;
import io.cairn.eventstore.projection.PolicyRegistration;
import io.cairn.eventstore.projection.ViewRegistration;
import io.cairn.platform.database.DatabaseProperties.Login;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A data source for each role, usable only after the schemas are up to date and the role proved harmless. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseConfiguration {
    /** What there is once migrations have run; the data sources wait for it. */
    record Schemas(List<String> names) {}

    @Bean
    @Order(0)
    MigratedSchema eventstoreSchema() {
        return new MigratedSchema("eventstore");
    }

    @Bean
    @Order(1)
    MigratedSchema platformSchema() {
        return new MigratedSchema("platform");
    }

    @Bean
    Schemas schemas(DatabaseProperties settings, ObjectProvider<MigratedSchema> schemas) {
        var names = schemas.orderedStream().map(MigratedSchema::name).distinct().toList();
        var login = settings.migrator();
        if (settings.migrate() && login != null) {
            var migrator = new DriverManagerDataSource(settings.url(), login.username(), login.password());
            names.forEach(schema -> Migrations.migrate(migrator, schema));
        }
        return new Schemas(names);
    }

    @Bean
    HikariDataSource appDataSource(DatabaseProperties settings, Schemas schemas, ObjectProvider<MeterRegistry> meters) {
        return checked("app", settings, settings.app(), 20, schemas, meters);
    }

    @Bean
    ScheduleTable scheduleTable(@Qualifier("appDataSource") DataSource app) {
        return tasks -> Scheduler.create(app, tasks).tableName(ScheduleTable.NAME);
    }

    @Bean
    HikariDataSource projectorDataSource(
            DatabaseProperties settings,
            Schemas schemas,
            ObjectProvider<MeterRegistry> meters,
            ListableBeanFactory beans,
            @Value("${cairn.projections.segments-per-node:1}") int segments) {
        var projections = count(beans, ViewRegistration.class) + count(beans, PolicyRegistration.class);
        return checked("projector", settings, settings.projector(), projections * segments + 7, schemas, meters);
    }

    @Bean
    @ConditionalOnProperty("cairn.database.appender.username")
    HikariDataSource appenderDataSource(
            DatabaseProperties settings,
            Schemas schemas,
            ObjectProvider<MeterRegistry> meters,
            @Value("${cairn.imports.at-once:1}") int imports) {
        var login = settings.appender();
        if (login == null) throw new IllegalStateException("cairn.database.appender.username is set");
        return checked("appender", settings, login, 2 + 2 * imports, schemas, meters);
    }

    /** Without making them: they may need this very data source. Each segment of each keeps a connection busy. */
    private static int count(ListableBeanFactory beans, Class<?> type) {
        return beans.getBeanNamesForType(type, true, false).length;
    }

    private static HikariDataSource checked(
            String role,
            DatabaseProperties settings,
            Login login,
            int connections,
            Schemas schemas,
            ObjectProvider<MeterRegistry> meters) {
        var pool = pool(role, settings, login, connections, meters.getIfAvailable());
        try {
            RoleCheck.refusePowerful("cairn.database." + role, pool, schemas.names());
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(
            String role, DatabaseProperties settings, Login login, int connections, @Nullable MeterRegistry meters) {
        var config = new HikariConfig();
        config.setPoolName("cairn-" + role);
        config.setJdbcUrl(settings.url());
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.setMaximumPoolSize(login.connections() > 0 ? login.connections() : connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.setInitializationFailTimeout(settings.connectionTimeout().toMillis());
        config.addDataSourceProperty("ApplicationName", "cairn-" + role);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setExceptionOverride(new LeadsNoMore());
        if (meters != null) config.setMetricRegistry(meters);
        return new Pool(config);
    }
}
