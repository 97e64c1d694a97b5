package io.cairn.reporting.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.platform.problem.Problem;
import io.cairn.platform.problem.ProblemException;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "2026-Q5", "2026-q1", "26", "2026-Q", "2026-H2 ", "1899", "2026-Q1\u0000", "²026"})
    void what_is_no_period_is_refused(String text) {
        assertRefused("from", () -> Asked.period("from", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-01-01",
                "2026-01-01T00:00:00",
                "yesterday",
                "-1000-01-01T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "2026-02-30T00:00:00Z"
            })
    void what_is_no_time_is_refused(String text) {
        assertRefused("recordedAt", () -> Asked.recordedAt(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000g", "\u0000"})
    void what_is_no_id_is_refused(String text) {
        assertRefused("assessment", () -> Asked.idIfAny("assessment", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\u0000", "\ud800", "../units"})
    void what_is_no_code_is_refused(String text) {
        assertRefused("under", () -> Asked.unitIfAny("under", text));
    }

    @Test
    void a_time_is_known_to_the_microsecond_as_the_store_does() {
        assertThat(Asked.recordedAt("2026-10-01T12:00:00.123456789Z"))
                .isEqualTo(Instant.parse("2026-10-01T12:00:00.123456Z"));
    }

    @Test
    void a_time_may_have_an_offset() {
        assertThat(Asked.recordedAt("2026-10-01T12:00:00+02:00")).isEqualTo(Instant.parse("2026-10-01T10:00:00Z"));
    }

    private static void assertRefused(String parameter, ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(400);
            assertThat(e.problem().errors()).extracting(Problem.Fault::pointer).containsExactly("?" + parameter);
        });
    }
}
