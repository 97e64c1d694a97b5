package io.cairn.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.testing.TenantTables;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.platform.PlatformConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

class StartTest {
    private final TestDatabase database = TestDatabase.fresh();

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(PlatformConfiguration.class) // found by itself too
    static class Bare {}

    private ConfigurableApplicationContext start(String... more) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("cairn.database.url", database.url());
        settings.put("cairn.database.connection-timeout", "2s");
        settings.put("cairn.database.migrate", "true");
        for (var role : List.of("migrator", "app", "projector")) {
            settings.put("cairn.database." + role + ".username", role);
            settings.put("cairn.database." + role + ".password", role);
        }
        for (var setting : more) {
            var parts = setting.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        return new SpringApplicationBuilder(Bare.class)
                .run(settings.entrySet().stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_service_brings_the_schemas_up_to_date_and_guards_every_tenants_rows() {
        try (var context = start()) {
            assertThat(TenantTables.all(database.superuser()))
                    .contains("eventstore.event", "platform.api_key", "platform.idempotency");
            assertThat(TenantTables.unguarded(database.superuser())).isEmpty();
            assertThat(context.getBeansOfType(io.cairn.platform.command.Commands.class))
                    .as("without an appender there are no commands")
                    .isEmpty();
        }
    }

    @Test
    void the_schemas_are_brought_up_to_date_alone_with_the_owners_password_only() {
        var arguments = new String[] {
            "migrate",
            "--cairn.database.url=" + database.url(),
            "--cairn.database.app.username=app",
            "--cairn.database.projector.username=projector",
            "--cairn.database.migrator.username=migrator",
            "--cairn.database.migrator.password=migrator"
        };
        assertThat(Migrate.isAsked(arguments)).isTrue();
        Migrate.run("platform", arguments);
        Migrate.run("platform", arguments); // again does no harm
        assertThat(TenantTables.all(database.superuser())).contains("eventstore.event", "platform.api_key");
        try (var context = start("cairn.database.migrate=false")) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "projector", "appender"})
    void a_role_that_owns_the_schemas_is_refused(String role) {
        assertThatThrownBy(() -> start(
                        "cairn.database." + role + ".username=migrator",
                        "cairn.database." + role + ".password=migrator"))
                .rootCause()
                .hasMessageContaining("the role of cairn.database." + role + " is too powerful")
                .hasMessageContaining("it owns the schema eventstore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"superuser", "bypassrls"})
    void a_role_that_row_level_security_does_not_bind_is_refused(String power) {
        var admin = new JdbcTemplate(database.superuser());
        admin.execute("create role mighty_" + power + " login " + power + " password 'mighty'");
        admin.execute("grant connect on database " + admin.queryForObject("select current_database()", String.class)
                + " to mighty_" + power);
        assertThatThrownBy(() ->
                        start("cairn.database.app.username=mighty_" + power, "cairn.database.app.password=mighty"))
                .rootCause()
                .hasMessageContaining("is too powerful")
                .hasMessageContaining(power.equals("superuser") ? "superuser" : "bypass row-level security");
    }

    @Test
    void a_member_of_the_owner_is_refused() {
        var admin = new JdbcTemplate(database.superuser());
        admin.execute("create role deputy login password 'deputy' in role migrator");
        admin.execute("grant connect on database " + admin.queryForObject("select current_database()", String.class)
                + " to deputy");
        assertThatThrownBy(() -> start("cairn.database.app.username=deputy", "cairn.database.app.password=deputy"))
                .rootCause()
                .hasMessageContaining("is too powerful");
    }

    @Test
    void a_password_without_a_name_is_nobodys() {
        try (var context = start("cairn.database.appender.password=of-another-service")) {
            assertThat(context.getBeansOfType(io.cairn.platform.command.Commands.class))
                    .isEmpty();
        }
    }

    @Test
    void a_setting_that_cannot_be_is_told_at_start() {
        assertThatThrownBy(() -> start("cairn.database.url=mysql://elsewhere"))
                .rootCause()
                .hasMessageContaining("must begin with jdbc:postgresql:");
        assertThatThrownBy(() -> start("cairn.security.operator-key=short"))
                .rootCause()
                .hasMessageContaining("operatorKey");
        assertThatThrownBy(() -> start("cairn.database.migrator.username="))
                .rootCause()
                .hasMessageContaining("migrator.username");
    }
}
