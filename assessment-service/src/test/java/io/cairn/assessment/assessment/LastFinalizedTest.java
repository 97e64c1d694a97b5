package io.cairn.assessment.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Period;
import org.junit.jupiter.api.Test;

class LastFinalizedTest {
    @Test
    void earlier_periods_of_any_length_are_looked_at_and_the_latest_first() {
        assertThat(LastFinalized.periodsBefore(Period.parse("2026-H1")).stream().map(Period::toString))
                .startsWith("2026-Q2", "2026-Q1", "2025", "2025-H2", "2025-Q4")
                .doesNotContain("2026", "2026-H1", "2026-Q3")
                .endsWith("2021-Q1");
    }
}
