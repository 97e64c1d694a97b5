package io.cairn.eventstore.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** The one PostgreSQL of this JVM. Durability is off: what a test writes need not outlive it. */
final class EmbeddedServer {
    private static final EmbeddedPostgres SERVER = start();

    private EmbeddedServer() {}

    static PGSimpleDataSource dataSource(String database, String role) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setURL("jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + database);
        dataSource.setUser(role);
        dataSource.setPassword(role);
        return dataSource;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "400")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
