package io.cairn.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import io.cairn.platform.limit.LimitProperties.Failures;
import io.cairn.platform.limit.LimitProperties.Principal;
import io.cairn.platform.limit.LimitProperties.Tenant;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final TenantId ACME = new TenantId(new UUID(0, 1));
    private static final TenantId GLOBEX = new TenantId(new UUID(0, 2));
    private static final ActorId ANN = new ActorId("user:ann");

    private final AtomicLong nanos = new AtomicLong();
    private final Limits limits = new Limits(
            new LimitProperties(new Principal(10, 20), new Tenant(30, 50), new Failures(1, 5)), new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private long admitted(TenantId tenant, ActorId actor, int asked) {
        return IntStream.range(0, asked)
                .filter(i -> limits.admit(tenant, actor) == null)
                .count();
    }

    @Test
    void a_caller_may_burst_and_then_go_on_at_the_rate() {
        assertThat(admitted(ACME, ANN, 30)).isEqualTo(20);
        pass(Duration.ofMillis(500));
        assertThat(admitted(ACME, ANN, 30)).isEqualTo(5);
        pass(Duration.ofHours(1));
        assertThat(admitted(ACME, ANN, 30))
                .as("what was not asked for is not saved up")
                .isEqualTo(20);
    }

    @Test
    void over_a_minute_no_more_is_let_in_than_the_burst_and_the_rate() {
        var let = 0L;
        for (var tick = 0; tick < 6_000; tick++) {
            let += admitted(ACME, ANN, 3); // 300 a second
            pass(Duration.ofMillis(10));
        }
        assertThat(let).isBetween(20 + 599L, 20 + 600L);
    }

    @Test
    void another_caller_has_room_of_their_own_and_the_tenant_has_one_for_all() {
        assertThat(admitted(ACME, ANN, 30)).isEqualTo(20);
        assertThat(admitted(ACME, new ActorId("user:bob"), 30)).isEqualTo(20);
        assertThat(admitted(ACME, new ActorId("user:cat"), 30)).isEqualTo(10);
        assertThat(limits.admit(ACME, new ActorId("user:dan")).rate().name()).isEqualTo("tenant");
        assertThat(admitted(GLOBEX, ANN, 30)).as("nobody else's affair").isEqualTo(20);
    }

    @Test
    void who_is_refused_is_told_when_to_come_again_and_is_let_in_then() {
        admitted(ACME, ANN, 20);
        var exceeded = limits.admit(ACME, ANN);
        assertThat(exceeded).isNotNull();
        assertThat(exceeded.headers())
                .containsEntry("Retry-After", "1")
                .containsEntry("RateLimit", "\"principal\";r=0;t=1")
                .containsEntry("RateLimit-Policy", "\"principal\";q=20;w=2");
        pass(exceeded.until());
        assertThat(limits.admit(ACME, ANN)).isNull();
    }

    @Test
    void an_address_fails_so_often_and_is_heard_again_later() {
        for (var i = 0; i < 5; i++) {
            assertThat(limits.failing("192.0.2.1")).isNull();
            limits.failed("192.0.2.1");
        }
        assertThat(limits.failing("192.0.2.1")).isNotNull();
        assertThat(limits.failing("192.0.2.2")).isNull();
        pass(Duration.ofSeconds(1));
        assertThat(limits.failing("192.0.2.1")).isNull();
    }

    @Test
    void whoever_has_one_address_of_an_ipv6_network_has_them_all() {
        assertThat(Limits.network("2001:db8:0:1::7")).isEqualTo(Limits.network("2001:db8:0:1:ffff::1"));
        assertThat(Limits.network("2001:db8:0:1::7")).isNotEqualTo(Limits.network("2001:db8:0:2::7"));
        assertThat(Limits.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void memory_is_bounded_whoever_comes_and_who_stays_away_is_forgotten() {
        for (var i = 0; i < Limits.REMEMBERED + 5_000; i++) limits.failed("address " + i);
        assertThat(limits.remembered()).isLessThanOrEqualTo(Limits.REMEMBERED);
        pass(Duration.ofSeconds(10));
        assertThat(limits.remembered()).isZero();
    }

    @Test
    void a_limit_that_lets_nobody_in_is_refused_at_start() {
        assertThatThrownBy(() -> new Rate("tenant", 0, 1)).hasMessageContaining("cairn.limits.tenant");
    }
}
