package io.cairn.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.ErasedStreams;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.command.SampleUnit.Add;
import io.cairn.platform.command.SampleUnit.Rename;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ErasedWordsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore");
    private static final UnitCode CODE = new UnitCode("brand-a");
    private static final Origin ANYBODY = new Origin(new ActorId("user:1"), Channel.API, new UUID(0, 9), null);
    private static final JdbcClient OWNER = JdbcClient.create(DATABASE.superuser());

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final StreamId stream = StreamId.unit(tenant, CODE);
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

    private void rename(Node node, String name) {
        node.commands.send(new Rename(tenant, CODE, name), ANYBODY);
    }

    private void erase() {
        new TenantDatabase(DATABASE.app())
                .write(
                        tenant,
                        jdbc -> jdbc.sql("""
                                        select eventstore.erase_texts(position) from eventstore.event
                                        where tenant_id = ? order by position limit 1
                                        """)
                                .params(tenant.value())
                                .query(Boolean.class)
                                .single());
    }

    private long snapshots() {
        return OWNER.sql("select count(*) from eventstore.snapshot where tenant_id = ? and stream_id = ?")
                .params(tenant.value(), stream.value())
                .query(Long.class)
                .single();
    }

    @Test
    void a_process_that_is_told_forgets_at_once_and_reads_anew() {
        here.commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        rename(here, "B");
        here.reads.set(0);
        erase();
        rename(here, "C");
        assertThat(here.reads).as("remembered, with the words").hasValue(0);
        try (var words = new ErasedWords(new ErasedStreams(DATABASE.appender()), here.memory)) {
            words.look();
            rename(here, "D");
            assertThat(here.reads).hasValue(1);
        }
    }

    @Test
    void another_process_forgets_by_itself() {
        here.commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        rename(there, "B");
        assertThat(there.memory.find(stream, SampleUnit.class)).isNotNull();
        try (var words = new ErasedWords(new ErasedStreams(DATABASE.appender()), there.memory)) {
            assertThat(words).isNotNull();
            erase();
            Awaitility.await()
                    .atMost(ErasedWords.EVERY.plus(Duration.ofSeconds(10)))
                    .until(() -> there.memory.find(stream, SampleUnit.class) == null);
        }
    }

    @Test
    void a_stream_of_which_nothing_was_erased_stays_remembered() {
        var other = new UnitCode("brand-b");
        here.commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        here.commands.send(new Add(tenant, other, "A"), ANYBODY);
        erase();
        try (var words = new ErasedWords(new ErasedStreams(DATABASE.appender()), here.memory)) {
            words.look();
        }
        assertThat(here.memory.find(stream, SampleUnit.class)).isNull();
        assertThat(here.memory.find(StreamId.unit(tenant, other), SampleUnit.class))
                .isNotNull();
    }

    /** What waits to be written, or is made by a process that has not heard of it, would bring the words back. */
    @Test
    void snapshots_that_may_hold_them_go_and_none_is_kept_after_them() {
        here.commands.send(new Add(tenant, CODE, "A"), ANYBODY);
        for (var i = 0; i < 2 * Node.SNAPSHOT_EVERY; i++) rename(here, "B" + i);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> snapshots() == 1);
        erase();
        assertThat(snapshots()).isZero();
        for (var i = 0; i < 2 * Node.SNAPSHOT_EVERY; i++) rename(here, "C" + i);
        here.snapshots.close();
        assertThat(here.meters.counter("cairn.snapshots", "outcome", "failed").count())
                .isZero();
        assertThat(snapshots()).isZero();
        OWNER.sql("update eventstore.erased_words set erased_at = erased_at - interval '25 hours' where tenant_id = ?")
                .params(tenant.value())
                .update();
        for (var i = 0; i < 2 * Node.SNAPSHOT_EVERY; i++) rename(there, "D" + i);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> snapshots() == 1);
    }
}
