package io.cairn.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.identity.Role;
import io.cairn.standalone.overload.Overload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Three times what the service can do is asked of it. How much it does then is told here and asserted in the long form
 * ({@code OverloadIT}), since whatever else the machine has to do would decide.
 */
class OverloadTest {
    private static final Overload.Plan QUICK = new Overload.Plan(
            4,
            9,
            List.of(64),
            Duration.ofSeconds(3),
            Duration.ZERO,
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            1_000);

    @Test
    void of_three_times_the_peak_what_is_not_done_is_told_to_come_again_and_then_all_is_well() throws Exception {
        var found = Overload.of(Target.port(), Target.OPERATOR_KEY, QUICK, () -> {});
        assertThat(found.flood().goodput()).isPositive();
        assertThat(found.flood().faults() + found.after().faults()).isZero();
        Victim.settle();
        var key = Target.key(Target.newTenant(), Role.ADMIN);
        for (var i = 0; i < 20; i++) {
            var added =
                    Shot.of("POST", "/api/v1/units").as(key).json("{\"code\":\"u-%1$d\",\"name\":\"U\"}".formatted(i));
            assertThat(added.fire().status()).isEqualTo(201);
            assertThat(Shot.of("GET", "/api/v1/units").as(key).fire().status()).isEqualTo(200);
        }
    }
}
