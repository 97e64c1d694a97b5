package io.cairn.eventstore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.StreamReader.Past;
import io.cairn.eventstore.json.StateJson;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.FreeText;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.Event;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class SnapshotsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore");
    private static final UnitCode SHOP = new UnitCode("shop");
    private static final StateJson<Shop> SHOPS = new StateJson<>(Shop.class);

    record Shop(String name, FreeText remark) {}

    private final TestStore store = new TestStore(DATABASE);
    private final StreamId shop = StreamId.unit(new TenantId(UUID.randomUUID()), SHOP);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PostgresSnapshots snapshots = new PostgresSnapshots(DATABASE.appender(), meters);

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private static Event[] renamed(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> new UnitRenamed(SHOP, "name " + i))
                .toArray(Event[]::new);
    }

    private void keep(String revision, long version) {
        keep(shop, revision, version);
    }

    private void keep(StreamId stream, String revision, long version) {
        snapshots.keep(
                stream, revision, version, () -> SHOPS.write(new Shop("name " + version, FreeText.of("our first"))));
    }

    private Past past(String revision) {
        return store.reader().past(shop, revision);
    }

    private static Shop state(Past past) {
        return SHOPS.read(Objects.requireNonNull(past.snapshot()).form());
    }

    private double counted(String outcome) {
        return meters.counter("cairn.snapshots", "outcome", outcome).count();
    }

    @Test
    void a_stream_without_a_snapshot_is_all_its_events() {
        store.append(shop, 0, renamed(3));
        var past = past("1");
        assertThat(past.snapshot()).isNull();
        assertThat(past.events()).isEqualTo(store.reader().read(shop));
        assertThat(past.version()).isEqualTo(2);
    }

    @Test
    void a_stream_that_never_began_is_at_version_minus_one() {
        assertThat(past("1").version()).isEqualTo(-1);
        assertThat(store.reader().version(shop)).isEqualTo(-1);
    }

    @Test
    void a_snapshot_stands_for_the_events_before_it() {
        store.append(shop, 0, renamed(5));
        keep("1", 2);
        snapshots.close();
        var past = past("1");
        assertThat(state(past)).isEqualTo(new Shop("name 2", FreeText.of("our first")));
        assertThat(past.events()).extracting(StoredEvent::version).containsExactly(3L, 4L);
        assertThat(past.events()).isEqualTo(store.reader().read(shop, 3));
        assertThat(past.version()).isEqualTo(4);
        assertThat(counted("written")).isEqualTo(1);
    }

    @Test
    void a_snapshot_of_all_there_is_leaves_no_event_to_read() {
        store.append(shop, 0, renamed(5));
        keep("1", 4);
        snapshots.close();
        assertThat(past("1").events()).isEmpty();
        assertThat(past("1").version()).isEqualTo(4);
    }

    @Test
    void a_snapshot_of_another_revision_is_not_seen() {
        store.append(shop, 0, renamed(5));
        keep("1", 2);
        keep("2", 3);
        snapshots.close();
        assertThat(past("3").events()).hasSize(5);
        assertThat(past("1").events()).hasSize(2);
        assertThat(past("2").events()).hasSize(1);
    }

    @Test
    void a_later_snapshot_replaces_an_earlier_one_and_never_the_other_way() {
        store.append(shop, 0, renamed(5));
        keep("1", 2);
        snapshots.close();
        try (var again = new PostgresSnapshots(DATABASE.appender(), meters)) {
            again.keep(shop, "1", 3, () -> SHOPS.write(new Shop("later", FreeText.of("x"))));
        }
        try (var late = new PostgresSnapshots(DATABASE.appender(), meters)) {
            late.keep(shop, "1", 1, () -> SHOPS.write(new Shop("earlier", FreeText.of("x"))));
        }
        assertThat(state(past("1")).name()).isEqualTo("later");
        assertThat(past("1").events()).hasSize(1);
    }

    @Test
    void of_several_that_wait_for_a_stream_the_last_is_written_and_no_more_wait_than_there_is_room() throws Exception {
        store.append(shop, 0, renamed(5));
        var writing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var other = StreamId.unit(shop.tenant(), new UnitCode("other"));
        snapshots.keep(other, "1", 0, () -> {
            writing.countDown();
            awaited(goOn);
            return SHOPS.write(new Shop("slow", FreeText.of("x")));
        });
        writing.await();
        for (var version = 0; version < 5; version++) keep("1", version);
        keep("1", 3);
        for (var i = 1; i <= PostgresSnapshots.ROOM; i++)
            keep(StreamId.unit(shop.tenant(), new UnitCode("u" + i)), "1", 0);
        goOn.countDown();
        snapshots.close();
        assertThat(past("1").version()).isEqualTo(4);
        assertThat(past("1").events()).isEmpty();
        assertThat(counted("passed over")).isEqualTo(1);
        assertThat(counted("written")).isEqualTo(PostgresSnapshots.ROOM + 1);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_snapshot_that_cannot_be_made_disturbs_nobody() {
        store.append(shop, 0, renamed(5));
        snapshots.keep(shop, "1", 2, () -> {
            throw new IllegalStateException("cannot be written");
        });
        snapshots.close();
        assertThat(counted("failed")).isEqualTo(1);
        assertThat(past("1").events()).hasSize(5);
    }

    @Test
    void another_tenant_sees_none() {
        var theirs = new StreamId(new TenantId(UUID.randomUUID()), shop.type(), shop.value());
        keep("1", 2);
        snapshots.close();
        assertThat(store.reader().past(theirs, "1").snapshot()).isNull();
        assertThat(new JdbcTemplate(DATABASE.app()).queryForList("select * from eventstore.snapshot"))
                .isEmpty();
    }

    @Test
    void words_are_only_in_the_column_they_can_be_erased_from() {
        keep("1", 2);
        snapshots.close();
        var row = new JdbcTemplate(DATABASE.superuser())
                .queryForMap(
                        "select state::text, texts::text from eventstore.snapshot where tenant_id = ?",
                        shop.tenant().value());
        assertThat((String) row.get("state")).contains("sha256").doesNotContain("our first");
        assertThat((String) row.get("texts")).contains("our first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into eventstore.snapshot values (gen_random_uuid(), gen_random_uuid(), '1', 1, '{}')",
                "update eventstore.snapshot set version = 1",
                "delete from eventstore.snapshot",
                "truncate eventstore.snapshot"
            })
    void only_the_appender_writes_snapshots(String sql) {
        refused(DATABASE.app(), sql);
        refused(DATABASE.projector(), sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select state from eventstore.snapshot",
                "select texts from eventstore.snapshot",
                "update eventstore.snapshot set tenant_id = gen_random_uuid()",
                "delete from eventstore.snapshot"
            })
    void the_appender_neither_reads_what_a_snapshot_says_nor_moves_or_deletes_it(String sql) {
        refused(DATABASE.appender(), sql);
    }

    private static void refused(DataSource role, String sql) {
        assertThatThrownBy(() -> new JdbcTemplate(role).execute(sql))
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
