package io.cairn.platform.database;

import io.cairn.eventstore.Migrations;
import io.cairn.platform.database.DatabaseProperties.Login;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Brings the schemas up to date and ends: for a job that runs before the services of a new version start, so that these
 * need no password of the role that owns the schemas.
 */
public final class Migrate {
    private static final String WORD = "migrate";

    private Migrate() {}

    /** Reads the settings and does nothing else. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DatabaseProperties.class)
    static class OnlySettings {}

    /** Whether the service was started for this alone: {@code java -jar … migrate}. */
    public static boolean isAsked(String... arguments) {
        return Arrays.asList(arguments).contains(WORD);
    }

    /**
     * The store's schema, the platform's, and then {@code schema}.
     *
     * @throws IllegalStateException when the database cannot be reached or a migration fails; nothing of that one is kept
     */
    public static void run(String schema, String... arguments) {
        var settings = Arrays.stream(arguments).filter(it -> !it.equals(WORD)).toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(OnlySettings.class)
                .web(WebApplicationType.NONE)
                .run(settings)) {
            var database = context.getBean(DatabaseProperties.class);
            var login = database.migrator();
            if (login == null) throw new IllegalStateException("cairn.database.migrator.username is not set");
            migrate(database.url(), login, List.of("eventstore", "platform", schema));
        }
    }

    private static void migrate(String url, Login login, List<String> schemas) {
        var migrator = new DriverManagerDataSource(url, login.username(), login.password());
        schemas.forEach(schema -> Migrations.migrate(migrator, schema));
    }
}
