package io.cairn.standalone;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The one process: its own database, both services, sample data, and a line that says how to get in. */
public final class Standalone {
    private Standalone() {}

    public static void main(String[] arguments) {
        try {
            run(Settings.of(System.getenv()));
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            Console.say("Cairn cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Settings settings) throws IOException {
        var home = Home.open(settings.home());
        Console.say("Starting the database in " + settings.home() + " …");
        var database = EmbeddedDatabase.start(home);
        var running = new Running(home, database);
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "cairn-stop"));

        var operator = OperatorKey.of(settings, home);
        Console.say("Starting the services …");
        var address = "http://localhost:" + settings.port();
        var people = settings.signIn() ? DemoPeople.of(home, address) : null;
        var properties = new MapPropertySource("standalone", properties(settings, database, operator.key()));
        running.context = new SpringApplicationBuilder(StandaloneConfiguration.class)
                .registerShutdownHook(false)
                .initializers(
                        context -> context.getEnvironment().getPropertySources().addFirst(properties))
                .initializers(context -> {
                    if (people != null)
                        ((GenericApplicationContext) context).registerBean(DemoPeople.class, () -> people);
                })
                .run("--spring.config.name=standalone");

        var demo = settings.sampleData() ? SampleData.load(address, operator.key(), home) : "";
        Console.say("");
        Console.say("Cairn is ready: " + address);
        Console.say("  API            " + address + "/swagger-ui.html");
        Console.say("  operator key   " + operator.words());
        if (!demo.isEmpty()) Console.say("  demo tenant    " + demo);
        if (people != null)
            Console.say("  demo people    demo-admin and the like, passwords in " + home.file("demo-password-admin")
                    + " and beside it");
        Console.say("  health         http://localhost:" + settings.managementPort() + "/actuator/health/readiness");
        Console.say("  metrics        http://localhost:" + settings.managementPort() + "/actuator/prometheus");
        Console.say("Ctrl-C stops it; the data stay in " + settings.home());
    }

    private static Map<String, Object> properties(Settings settings, EmbeddedDatabase database, String operatorKey)
            throws IOException {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.port", settings.port());
        properties.put("management.server.port", settings.managementPort());
        properties.put("cairn.database.url", database.url());
        properties.put("cairn.database.migrate", true);
        for (var role : EmbeddedDatabase.ROLES) {
            properties.put("cairn.database." + role + ".username", role);
            properties.put("cairn.database." + role + ".password", database.password(role));
        }
        properties.put("cairn.security.operator-key", operatorKey);
        if (settings.signIn()) {
            var issuer = "http://localhost:" + settings.port();
            properties.put("cairn.standalone.sign-in", true);
            properties.put("cairn.security.issuers[0].issuer", issuer);
            properties.put("cairn.security.issuers[0].jwk-set-uri", issuer + "/oauth2/jwks");
            properties.put("cairn.security.issuers[0].audiences", "cairn");
            properties.put("cairn.invitations.client-id", SignInConfiguration.CLIENT);
            properties.put("springdoc.swagger-ui.oauth.client-id", SignInConfiguration.CLIENT);
            properties.put("springdoc.swagger-ui.oauth.use-pkce-with-authorization-code-grant", true);
        }
        return properties;
    }

    /** Stops in the order opposite to the start, so that nothing loses its database while it still works. */
    private static final class Running {
        private final Home home;
        private final EmbeddedDatabase database;
        private volatile @Nullable ConfigurableApplicationContext context;

        Running(Home home, EmbeddedDatabase database) {
            this.home = home;
            this.database = database;
        }

        void stop() {
            Console.say("Stopping …");
            try {
                var started = context;
                if (started != null) SpringApplication.exit(started);
                database.close();
                home.close();
                Console.say("Stopped.");
            } catch (IOException e) {
                Console.say("Not stopped in order: " + e.getMessage());
            }
        }
    }
}
