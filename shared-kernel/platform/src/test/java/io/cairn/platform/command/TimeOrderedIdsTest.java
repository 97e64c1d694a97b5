package io.cairn.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private final TimeOrderedIds ids = new TimeOrderedIds();

    @Test
    void axon_uses_them() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIds.class);
    }

    @Test
    void they_are_of_version_seven_and_begin_with_the_time() {
        var id = ids.next(0x0123_4567_89abL);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("01234567-89ab-7");
        assertThat(UUID.fromString(ids.generateIdentifier()).version()).isEqualTo(7);
    }

    @Test
    void they_differ_within_a_millisecond_and_between_processes() {
        var other = new TimeOrderedIds();
        var seen = new HashSet<UUID>();
        for (var i = 0; i < 100_000; i++) {
            seen.add(ids.next(1));
            seen.add(other.next(1));
        }
        assertThat(seen).hasSize(200_000);
    }
}
