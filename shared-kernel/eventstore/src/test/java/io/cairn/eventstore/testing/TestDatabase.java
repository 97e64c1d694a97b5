package io.cairn.eventstore.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cairn.eventstore.DatabaseRoles;
import io.cairn.eventstore.Migrations;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A database of its own for one test or test class, already migrated, on the one embedded PostgreSQL of this JVM. The
 * password of each role is its name.
 */
public final class TestDatabase implements AutoCloseable {
    private static final Map<List<String>, String> TEMPLATES = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();

    private TestDatabase(String name) {
        this.name = name;
    }

    /** With these schemas, migrated in this order; their migrations must be on the class path. */
    public static synchronized TestDatabase fresh(String... schemas) {
        var template = TEMPLATES.computeIfAbsent(List.of(schemas), TestDatabase::template);
        var name = "test_" + NUMBER.incrementAndGet();
        execute("create database " + name + " template " + template);
        var database = new TestDatabase(name);
        DatabaseRoles.create(database.superuser(), PASSWORDS); // a copy has the default owner and privileges
        return database;
    }

    private static final DatabaseRoles.Passwords PASSWORDS =
            new DatabaseRoles.Passwords("migrator", "app", "appender", "projector");

    private static String template(List<String> schemas) {
        var name = "template_" + NUMBER.incrementAndGet();
        execute("create database " + name);
        DatabaseRoles.create(EmbeddedServer.dataSource(name, "postgres"), PASSWORDS);
        var migrator = EmbeddedServer.dataSource(name, "migrator");
        schemas.forEach(schema -> Migrations.migrate(migrator, schema));
        return name;
    }

    public DataSource app() {
        return pool("app");
    }

    public DataSource appender() {
        return pool("appender");
    }

    public DataSource projector() {
        return pool("projector");
    }

    /** Without a pool. */
    public DataSource migrator() {
        return EmbeddedServer.dataSource(name, "migrator");
    }

    /** Without a pool. */
    public DataSource superuser() {
        return EmbeddedServer.dataSource(name, "postgres");
    }

    /** The JDBC URL, without user and password. */
    public String url() {
        return EmbeddedServer.dataSource(name, "app").getUrl();
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
        execute("drop database if exists " + name + " with (force)");
    }

    private DataSource pool(String role) {
        return pools.computeIfAbsent(role, r -> {
            var config = new HikariConfig();
            config.setPoolName(name + "-" + r);
            config.setDataSource(EmbeddedServer.dataSource(name, r));
            config.setMaximumPoolSize(12);
            config.setMinimumIdle(0);
            return new HikariDataSource(config);
        });
    }

    private static void execute(String sql) {
        try (var connection = EmbeddedServer.dataSource("postgres", "postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
