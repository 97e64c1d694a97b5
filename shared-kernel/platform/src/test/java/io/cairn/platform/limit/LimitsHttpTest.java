package io.cairn.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.platform.identity.Role;
import io.cairn.platform.testing.Reply;
import io.cairn.platform.testing.Service;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** With limits so small that a test meets them, and so slow that time gives nothing back. */
class LimitsHttpTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore", "platform");
    private static final Service SMALL = Service.on(
            DATABASE,
            Duration.ofSeconds(5),
            "--cairn.limits.principal.per-second=1",
            "--cairn.limits.principal.burst=200",
            "--cairn.limits.tenant.per-second=1",
            "--cairn.limits.tenant.burst=300",
            "--cairn.limits.failures.burst=20");

    @AfterAll
    static void stop() {
        SMALL.close();
        DATABASE.close();
    }

    private static Stream<Reply> asks(io.cairn.platform.testing.Client client, int times) {
        return IntStream.range(0, times).mapToObj(i -> client.get("/api/v1/samples/whoami"));
    }

    private static void tooMany(Reply reply, String policy) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(429);
        assertThat(reply.problem()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
        assertThat(reply.header("RateLimit")).startsWith("\"" + policy + "\";r=0;t=");
        assertThat(reply.header("RateLimit-Policy")).startsWith("\"" + policy + "\";q=");
    }

    @Test
    void a_key_that_asks_too_much_gets_a_429_and_then_the_tenant_while_another_is_served() {
        var tenant = Service.newTenant();
        var first = SMALL.client(tenant, Role.ADMIN);
        assertThat(asks(first, 200)).allMatch(it -> it.status() == 200);
        tooMany(asks(first, 60).filter(it -> it.status() != 200).findFirst().orElseThrow(), "principal");
        var second = SMALL.client(tenant, Role.ADMIN);
        tooMany(asks(second, 190).filter(it -> it.status() != 200).findFirst().orElseThrow(), "tenant");
        assertThat(SMALL.client(Service.newTenant(), Role.ADMIN)
                        .get("/api/v1/samples/whoami")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void who_guesses_keys_is_not_told_when_one_is_right_and_keeps_nobody_else_out() {
        var tenant = Service.newTenant();
        var admin = SMALL.client(tenant, Role.ADMIN);
        var guess = "cairn_" + tenant.toString().replace("-", "") + "_" + "x".repeat(43);
        assertThat(asks(admin.as(guess), 20)).allMatch(it -> it.status() == 401);
        tooMany(
                asks(admin.as(guess), 60)
                        .filter(it -> it.status() != 401)
                        .findFirst()
                        .orElseThrow(),
                "failures");
        tooMany(asks(admin, 30).filter(it -> it.status() != 200).findFirst().orElseThrow(), "failures");
        assertThat(SMALL.client(Service.newTenant(), Role.ADMIN)
                        .get("/api/v1/samples/whoami")
                        .status())
                .isEqualTo(200);
        assertThat(admin.as(Service.OPERATOR_KEY)
                        .get("/api/v1/samples/platform")
                        .status())
                .isEqualTo(200);
    }
}
