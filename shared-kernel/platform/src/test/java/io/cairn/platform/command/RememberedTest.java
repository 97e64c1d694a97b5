package io.cairn.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.Rejected;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.cairn.platform.command.SampleUnit.Add;
import io.cairn.platform.command.SampleUnit.Rename;
import io.cairn.platform.command.SampleUnit.RenameAt;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RememberedTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore");
    private static final UnitCode CODE = new UnitCode("brand-a");
    private static final Origin ANYBODY = new Origin(new ActorId("user:1"), Channel.API, new UUID(0, 9), null);

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final Node here = new Node(DATABASE);
    private final Node there = new Node(DATABASE);

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private Receipt rename(Node node, String name) {
        return node.commands.send(new Rename(tenant, CODE, name), ANYBODY);
    }

    private void added() {
        here.commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        here.reads.set(0);
    }

    @Test
    void what_is_remembered_is_not_read_again() {
        added();
        rename(here, "B");
        rename(here, "C");
        assertThat(here.reads).hasValue(0);
        assertThat(here.versions).hasValue(0);
    }

    @Test
    void a_refusal_is_checked_against_the_store_and_forgets_nothing() {
        added();
        assertThatThrownBy(() -> here.commands.send(new Add(tenant, CODE, "A"), ANYBODY))
                .isInstanceOf(Rejected.class);
        rename(here, "B");
        assertThat(here.versions).hasValue(1);
        assertThat(here.reads).hasValue(0);
    }

    @Test
    void what_would_change_nothing_here_is_done_when_another_node_changed_it() {
        added();
        rename(there, "B");
        var receipt = rename(here, "A");
        assertThat(receipt.version()).isEqualTo(2);
        assertThat(receipt.events()).containsExactly(new UnitRenamed(CODE, "A"));
    }

    @Test
    void what_another_node_wrote_is_no_stale_version() {
        added();
        rename(there, "B");
        var receipt = here.commands.send(new Rename(tenant, CODE, "C"), ANYBODY, 1L);
        assertThat(receipt.version()).isEqualTo(2);
    }

    @Test
    void a_version_another_node_has_left_behind_is_stale() {
        added();
        rename(there, "B");
        assertThatThrownBy(() -> here.commands.send(new Rename(tenant, CODE, "C"), ANYBODY, 0L))
                .isInstanceOf(StaleVersion.class)
                .hasMessage("expected version 0, found 1");
        assertThat(here.streams.version(StreamId.unit(tenant, CODE))).isEqualTo(1);
    }

    @Test
    void a_change_decided_on_what_is_behind_is_decided_again() {
        added();
        rename(there, "B");
        assertThat(rename(here, "C").version()).isEqualTo(2);
        assertThat(here.reads).hasValue(1);
    }

    @Test
    void a_stranger_never_meets_what_is_remembered() {
        added();
        var stream = StreamId.unit(tenant, CODE);
        var theirs = new StreamId(new TenantId(UUID.randomUUID()), stream.type(), stream.value());
        assertThatThrownBy(() -> here.commands.send(new RenameAt(theirs, CODE, "mine"), ANYBODY))
                .isInstanceOf(Rejected.class);
        assertThat(here.commands.send(new RenameAt(stream, CODE, "B"), ANYBODY).version())
                .isEqualTo(1);
        assertThat(here.streams.version(theirs)).isEqualTo(-1);
    }

    @Test
    void after_a_fault_nothing_is_remembered() {
        added();
        here.beforeAppend = () -> {
            throw new IllegalStateException("no room");
        };
        assertThatThrownBy(() -> rename(here, "B")).hasMessage("no room");
        here.beforeAppend = () -> {};
        var receipt = rename(here, "B");
        assertThat(receipt.events()).containsExactly(new UnitRenamed(CODE, "B"));
        assertThat(receipt.version()).isEqualTo(1);
        assertThat(here.reads).hasValue(1);
    }

    @Test
    void no_more_is_remembered_than_there_is_room() {
        var small = new CommandProperties.Cache(5, DataSize.ofMegabytes(1), Duration.ofHours(1));
        try (var node = new Node(DATABASE, small, Duration.ofSeconds(1))) {
            for (var i = 0; i < 50; i++) node.commands.send(new Add(tenant, new UnitCode("unit-" + i), "A"), ANYBODY);
            var size = node.meters.find("cache.size").gauge();
            assertThat(size).isNotNull();
            assertThat(size.value()).isBetween(1.0, 5.0);
        }
    }

    @Test
    void without_room_every_command_reads() {
        var none = new CommandProperties.Cache(0, DataSize.ofMegabytes(1), Duration.ofHours(1));
        try (var node = new Node(DATABASE, none, Duration.ofSeconds(1))) {
            node.commands.send(new Add(tenant, CODE, "A"), ANYBODY);
            rename(node, "B");
            rename(node, "C");
            assertThat(node.reads).hasValue(3);
        }
    }
}
