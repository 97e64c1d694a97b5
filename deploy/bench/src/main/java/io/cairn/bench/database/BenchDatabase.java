package io.cairn.bench.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cairn.eventstore.DatabaseRoles;
import io.cairn.eventstore.Migrations;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with Cairn's schemas and roles, and a schema for each peer. The password of each role is its name. */
public final class BenchDatabase {
    private static final DatabaseRoles.Passwords PASSWORDS =
            new DatabaseRoles.Passwords("migrator", "app", "appender", "projector");

    private static final String PEERS = """
            do $$
            declare
                peer text;
            begin
                if not exists (select from pg_roles where rolname = 'peer') then
                    create role peer login;
                end if;
                alter role peer password 'peer';
                execute format('grant connect on database %I to peer', current_database());
                foreach peer in array array ['plain', 'axon_jdbc', 'axon_jpa', 'envers'] loop
                    execute format('create schema %I authorization peer', peer);
                end loop;
            end
            $$;
            """;

    private final String url;
    private final String password;

    private BenchDatabase(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /** An empty one gets all that Cairn needs. */
    static BenchDatabase prepared(String url) throws SQLException {
        var database = new BenchDatabase(url, "postgres");
        DatabaseRoles.create(database.superuser(), PASSWORDS);
        var migrator = dataSource("migrator", "migrator", url);
        for (var schema : List.of("eventstore", "platform", "reporting", "bench")) Migrations.migrate(migrator, schema);
        database.execute(PEERS);
        return database;
    }

    /** One that Cairn itself has prepared, with that password of the superuser. */
    public static BenchDatabase of(String url, String password) throws SQLException {
        var database = new BenchDatabase(url, password);
        database.execute(PEERS);
        return database;
    }

    /** Connections of a role that row-level security does not bind. */
    public HikariDataSource unbound(int connections) {
        var config = new HikariConfig();
        config.setPoolName("bench-unbound");
        config.setDataSource(superuser());
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** Connections of one of Cairn's own roles, bound by all that binds it. */
    public HikariDataSource as(String role, int connections) {
        var config = new HikariConfig();
        config.setPoolName("bench-" + role);
        config.setDataSource(dataSource(role, role, url));
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    public String url() {
        return url;
    }

    /** Connections of a peer, whose tables lie in the schema called like it. */
    public HikariDataSource peer(String schema, int connections) {
        var config = new HikariConfig();
        config.setPoolName("bench-" + schema);
        config.setDataSource(dataSource("peer", "peer", url + "?currentSchema=" + schema));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(connections);
        return new HikariDataSource(config);
    }

    /** Without a pool. Nothing is refused to it, and no row is hidden from it. */
    public DataSource superuser() {
        return dataSource("postgres", password, url);
    }

    /**
     * Removes all events, Cairn's and the peers'. The head stays where it is, positions go on from there; as a
     * replica no trigger stands in the way.
     */
    public void empty() throws SQLException {
        execute("""
                set session_replication_role = replica;
                do $$
                declare
                    found text;
                begin
                    for found in select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname in ('plain', 'axon_jdbc', 'axon_jpa', 'envers')
                        or schemaname = 'eventstore' and tablename in ('event', 'event_text', 'snapshot')
                    loop
                        execute 'truncate ' || found || ' cascade';
                    end loop;
                end
                $$;
                """);
    }

    /** Takes the store back to where it was at that position. Nobody may be using it. */
    public void forgetBehind(long position) throws SQLException {
        execute("""
                set session_replication_role = replica;
                delete from eventstore.event where position > %1$d;
                delete from eventstore.event_text where position > %1$d;
                do $$
                begin
                    if to_regclass('eventstore.snapshot') is not null then truncate eventstore.snapshot; end if;
                end
                $$;
                update eventstore.head set position = %1$d;
                """.formatted(position));
        execute("vacuum eventstore.event");
    }

    /** Empties the measured view and whatever tells how far it is; tables that the machinery keeps are not named here. */
    public void emptyView() throws SQLException {
        execute("""
                do $$
                declare
                    found text;
                begin
                    for found in select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname = 'bench' and tablename <> 'flyway_schema_history'
                    loop
                        execute 'truncate ' || found;
                    end loop;
                end
                $$;
                """);
    }

    public long count(String table) throws SQLException {
        try (var connection = superuser().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    public void execute(String sql) throws SQLException {
        try (var connection = superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PGSimpleDataSource dataSource(String role, String password, String url) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        dataSource.setUser(role);
        dataSource.setPassword(password);
        return dataSource;
    }
}
