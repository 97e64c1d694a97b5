package io.cairn.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.cairn.platform.command.SampleUnit.Add;
import io.cairn.platform.command.SampleUnit.Rename;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class SnapshottedTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore");
    private static final UnitCode CODE = new UnitCode("brand-a");
    private static final Origin ANYBODY = new Origin(new ActorId("user:1"), Channel.API, new UUID(0, 9), null);

    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    /** Added as "A", then renamed to "B1", "B2" and so on. */
    private void written(int events) {
        try (var node = new Node(DATABASE)) {
            node.commands.send(new Add(tenant, CODE, "A"), ANYBODY);
            for (var i = 1; i < events; i++) rename(node, "B" + i);
        }
    }

    private Receipt rename(Node node, String name) {
        return node.commands.send(new Rename(tenant, CODE, name), ANYBODY);
    }

    private static long snapshotVersion(Node node) {
        var snapshot = node.lastRead.snapshot();
        return snapshot == null ? -1 : snapshot.version();
    }

    private void spoil(String change) {
        new JdbcTemplate(DATABASE.superuser())
                .update("update eventstore.snapshot set " + change + " where tenant_id = ?", tenant.value());
    }

    @Test
    void a_stream_below_the_mark_has_no_snapshot() {
        written(9);
        try (var node = new Node(DATABASE)) {
            rename(node, "C");
            assertThat(snapshotVersion(node)).isEqualTo(-1);
        }
    }

    @Test
    void another_process_goes_on_from_the_snapshot() {
        written(25);
        try (var node = new Node(DATABASE)) {
            var same = rename(node, "B24");
            assertThat(same.events()).isEmpty();
            assertThat(same.version()).isEqualTo(24);
            assertThat(snapshotVersion(node)).isEqualTo(19);
            assertThat(node.lastRead.events()).hasSize(5);
            assertThat(rename(node, "C").version()).isEqualTo(25);
        }
    }

    @Test
    void a_snapshot_of_the_last_event_is_enough() {
        written(20);
        try (var node = new Node(DATABASE)) {
            assertThat(rename(node, "B19").events()).isEmpty();
            assertThat(rename(node, "C").events()).containsExactly(new UnitRenamed(CODE, "C"));
            assertThat(node.lastRead.events()).isEmpty();
        }
    }

    @Test
    void a_broken_snapshot_is_passed_over_and_replaced() {
        written(20);
        spoil("state = '{\"no\": \"name\"}'");
        try (var node = new Node(DATABASE)) {
            assertThat(rename(node, "B19").events()).as("decided on all events").isEmpty();
        }
        try (var node = new Node(DATABASE)) {
            assertThat(rename(node, "B19").events()).isEmpty();
            assertThat(Objects.requireNonNull(node.lastRead.snapshot()).form().state())
                    .isEqualTo("\"B19\"");
        }
    }

    @Test
    void a_snapshot_of_another_revision_is_passed_over() {
        written(20);
        spoil("revision = '99', state = '\"from the future\"'");
        try (var node = new Node(DATABASE)) {
            assertThat(rename(node, "B19").events()).isEmpty();
            assertThat(snapshotVersion(node)).isEqualTo(-1);
        }
    }

    @Test
    void a_lost_snapshot_is_written_again_when_its_stream_is_read() {
        written(20);
        new JdbcTemplate(DATABASE.superuser())
                .update("delete from eventstore.snapshot where tenant_id = ?", tenant.value());
        try (var node = new Node(DATABASE)) {
            rename(node, "B19");
        }
        try (var node = new Node(DATABASE)) {
            rename(node, "B19");
            assertThat(snapshotVersion(node)).isEqualTo(19);
        }
    }

    @Test
    void what_was_not_appended_is_in_no_snapshot() {
        written(9);
        try (var node = new Node(DATABASE)) {
            node.beforeAppend = () -> {
                throw new IllegalStateException("no room");
            };
            assertThatThrownBy(() -> rename(node, "C")).hasMessage("no room");
        }
        try (var node = new Node(DATABASE)) {
            assertThat(rename(node, "B8").events()).isEmpty();
            assertThat(snapshotVersion(node)).isEqualTo(-1);
        }
    }
}
