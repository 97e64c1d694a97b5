package io.cairn.eventstore;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings one schema up to date through the role {@code migrator}. A schema's migrations lie in {@code
 * db/migration/<schema>/V1__….sql} and its history is a table of the schema itself, so that services migrate
 * independently. Every schema gets a {@code projection} table for the tokens of its views, and the procedures {@code
 * guard_view} and {@code guard_own}, which put a table of tenants' rows under row-level security.
 */
public final class Migrations {
    private Migrations() {}

    /** Creates the schema when there is none yet. Of several nodes that start at once, one migrates and the others wait. */
    public static void migrate(DataSource migrator, String schema) {
        if (!schema.matches("[a-z_]+")) throw new IllegalArgumentException("not a schema name: " + schema);
        try (var connection = migrator.getConnection();
                var statement = connection.createStatement()) {
            // Flyway's own lock does not cover the script it runs before migrating; ours ends with the connection
            statement.execute("select pg_advisory_lock(hashtext('migrate'), hashtext('" + schema + "'))");
            try {
                flyway(migrator, schema).migrate();
                // what a role may do inside is up to the grants on each table
                statement.execute("grant usage on schema " + schema + " to app, appender, projector");
            } finally {
                statement.execute("select pg_advisory_unlock_all()");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot migrate schema " + schema, e);
        }
    }

    private static Flyway flyway(DataSource migrator, String schema) {
        return Flyway.configure()
                .dataSource(migrator)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + schema)
                .failOnMissingLocations(true)
                .load();
    }
}
