package io.cairn.reporting.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
    @Test
    void agrees_with_published_intervals() {
        // R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3
        assertThat(Wilson.interval95(81, 263).low()).isCloseTo(0.2553, within(5e-5));
        assertThat(Wilson.interval95(81, 263).high()).isCloseTo(0.3662, within(5e-5));
        assertThat(Wilson.interval95(0, 20).low()).isZero();
        assertThat(Wilson.interval95(0, 20).high()).isCloseTo(0.1611, within(5e-5));
        assertThat(Wilson.interval95(1, 29).low()).isCloseTo(0.0061, within(5e-5));
        assertThat(Wilson.interval95(1, 29).high()).isCloseTo(0.1718, within(5e-5));
    }
}
