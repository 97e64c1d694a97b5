package io.cairn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cairn.bench.measure.Plan;
import io.cairn.bench.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void nothing_said_means_everything_in_full() {
        var options = Options.of(List.of());
        assertThat(options.plan()).isEqualTo(Plan.FULL);
        assertThat(Scenarios.named(options.only())).isEqualTo(Scenarios.ALL);
        assertThat(options.plan().rounds()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void scenarios_can_be_picked() {
        var options = Options.of(List.of("--quick", "--only", "append"));
        assertThat(options.plan()).isEqualTo(Plan.QUICK);
        assertThat(Scenarios.named(options.only())).hasSize(1);
    }

    @Test
    void what_is_not_understood_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of(List.of("--fast")));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of(List.of("--only")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenarios.named(List.of("apend")))
                .withMessageContaining("append");
    }
}
