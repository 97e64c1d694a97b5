package io.cairn.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Duration BLINK = Duration.ofMillis(40);

    @Test
    void every_caller_gets_a_step_of_its_own_and_operations_are_counted() throws Exception {
        var callers = ConcurrentHashMap.<Integer>newKeySet();
        var operations = new LongAdder();
        var rate = Load.virtual(8, BLINK, number -> () -> {
            callers.add(number);
            operations.add(10);
            Thread.sleep(1);
            return 10;
        });
        assertThat(callers).hasSize(8);
        assertThat(rate).isPositive().isLessThan(operations.sum() / 0.04);
    }

    @Test
    void a_failing_caller_fails_the_measurement() {
        assertThatThrownBy(() -> Load.platform(2, BLINK, number -> () -> {
                    throw new IllegalStateException("out of order");
                }))
                .hasRootCauseMessage("out of order");
    }
}
