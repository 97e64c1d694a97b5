package io.cairn.platform.testing;

import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.ApiKeys;
import io.cairn.platform.identity.ClosedTenants;
import io.cairn.platform.identity.Role;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample service, running: one that all tests of the JVM share, and others for tests that harm theirs. */
public final class Service implements AutoCloseable {
    public static final String OPERATOR_KEY = "operator-operator-operator-operator";
    public static final Issuer ISSUER = new Issuer();
    public static final Issuer OTHER_ISSUER = new Issuer("https://other.example");
    public static final TestDatabase DATABASE = TestDatabase.fresh("eventstore", "platform");

    private static final Service SHARED = on(DATABASE);

    private final ConfigurableApplicationContext context;

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Service on(TestDatabase database) {
        return on(database, Duration.ofSeconds(1));
    }

    /** With so much patience for a connection. */
    public static Service on(TestDatabase database, Duration connectionTimeout, String... more) {
        return new Service(new SpringApplicationBuilder(SampleService.class)
                .properties("cairn.limits.failures.burst=100000") // there are tests that do little else
                .run(Stream.concat(settings(database, connectionTimeout), Stream.of(more))
                        .toArray(String[]::new)));
    }

    private static Stream<String> settings(TestDatabase database, Duration connectionTimeout) {
        return Stream.of(
                "--server.port=0",
                "--management.server.port=0",
                "--cairn.database.url=" + database.url(),
                "--cairn.database.app.username=app",
                "--cairn.database.app.password=app",
                "--cairn.database.appender.username=appender",
                "--cairn.database.appender.password=appender",
                "--cairn.database.projector.username=projector",
                "--cairn.database.projector.password=projector",
                "--cairn.database.connection-timeout=" + connectionTimeout,
                "--cairn.web.wait-for-views=100ms",
                "--cairn.security.operator-key=" + OPERATOR_KEY,
                "--cairn.security.issuers[0].issuer=" + ISSUER.name(),
                "--cairn.security.issuers[0].jwk-set-uri=" + ISSUER.jwks(),
                "--cairn.security.issuers[0].audiences=cairn",
                "--cairn.security.issuers[0].roles-claim=realm_access.roles",
                "--cairn.security.issuers[1].issuer=https://away.example",
                "--cairn.security.issuers[1].jwk-set-uri=http://localhost:1/jwks",
                "--cairn.security.issuers[1].audiences=cairn",
                "--cairn.security.issuers[2].issuer=" + OTHER_ISSUER.name(),
                "--cairn.security.issuers[2].jwk-set-uri=" + OTHER_ISSUER.jwks(),
                "--cairn.security.issuers[2].audiences=cairn",
                "--cairn.security.issuers[2].roles-claim=realm_access.roles");
    }

    public static Client anonymous() {
        return SHARED.outside();
    }

    public static Client management() {
        return SHARED.inside();
    }

    public static Client operator() {
        return anonymous().as(OPERATOR_KEY);
    }

    /** Of a new tenant. */
    public static Client admin() {
        return SHARED.client(newTenant(), Role.ADMIN);
    }

    public static TenantId newTenant() {
        return new TenantId(UUID.randomUUID());
    }

    public static void close(TenantId tenant) {
        SHARED.context.getBean(ClosedTenants.class).close(tenant);
    }

    public static MovableClock clock() {
        return SampleService.CLOCK;
    }

    /** Waits until a request to {@code /slow} is being handled. */
    public static void slowArrived() {
        try {
            SampleController.ARRIVED.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void slowMayLeave() {
        SampleController.LEAVE.countDown();
    }

    /** Waits until one more request to {@code /held} is being handled. */
    public static void holds() {
        SampleController.HOLDING.acquireUninterruptibly();
    }

    public static void letGo(int requests) {
        SampleController.LET_GO.release(requests);
    }

    /** With a key of its own. */
    public Client client(TenantId tenant, Role role) {
        var key = context.getBean(ApiKeys.class).create(tenant, "test", role, null);
        return outside().as(key.key());
    }

    public Client outside() {
        return at("local.server.port");
    }

    public Client inside() {
        return at("local.management.port");
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    private Client at(String port) {
        return new Client("http://localhost:" + context.getEnvironment().getRequiredProperty(port), null);
    }

    @Override
    public void close() {
        context.close();
    }
}
