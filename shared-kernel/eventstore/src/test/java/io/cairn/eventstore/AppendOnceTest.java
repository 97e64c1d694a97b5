package io.cairn.eventstore;

import static io.cairn.eventstore.Cast.ACME;
import static io.cairn.eventstore.Cast.GLOBEX;
import static io.cairn.eventstore.Cast.added;
import static io.cairn.eventstore.Cast.renamed;
import static io.cairn.eventstore.Cast.unit;
import static io.cairn.eventstore.testing.TestStore.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.StreamId;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppendOnceTest {
    private final TestDatabase database = TestDatabase.fresh("eventstore");
    private final TestStore store = new TestStore(database);
    private final StreamId shop = unit(ACME, "shop");
    private final AppendKey key = new AppendKey(ACME, UUID.randomUUID());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void the_second_append_with_a_key_hears_what_the_first_one_did() {
        store.append(shop, 0, added());
        assertThat(store.appender().append(events(shop, 1, renamed(2)), key)).isEqualTo(3);
        var before = new AppendRecord(shop, 1, 2, 3);
        // whatever it would append now, and wherever
        for (var again : new long[] {1, 3})
            assertThatExceptionOfType(AlreadyAppended.class)
                    .isThrownBy(() -> store.appender().append(events(shop, again, renamed("other")), key))
                    .satisfies(e -> assertThat(e.before()).isEqualTo(before));
        assertThat(store.source().head()).isEqualTo(3);
        assertThat(AppendRecord.of(key, new TenantDatabase(database.app()))).contains(before);
    }

    @Test
    void a_key_is_its_tenants_own() {
        var same = new AppendKey(GLOBEX, key.value());
        store.appender().append(events(shop, 0, added()), key);
        store.appender().append(events(unit(GLOBEX, "shop"), 0, added()), same);
        assertThat(AppendRecord.of(same, new TenantDatabase(database.app())))
                .hasValueSatisfying(record -> assertThat(record.position()).isEqualTo(2));
        assertThatThrownBy(() -> store.appender().append(events(shop, 1, added()), same))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_refused_append_leaves_its_key_unused() {
        store.append(shop, 0, added());
        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> store.appender().append(events(shop, 0, added()), key));
        assertThat(store.appender().append(events(shop, 1, renamed(1)), key)).isEqualTo(2);
    }

    @Test
    void of_many_at_once_one_is_appended_and_the_others_hear_of_it() throws Exception {
        var other = store.another(java.time.Clock.systemUTC());
        var done = new AtomicInteger();
        var heard = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<Void>>();
            for (var i = 0; i < 200; i++) {
                var appender = i % 2 == 0 ? other : store.appender();
                var mine = new AppendKey(ACME, new UUID(7, i / 4));
                var stream = unit(ACME, "unit-" + i);
                tries.add(() -> {
                    try {
                        appender.append(events(stream, 0, added()), mine);
                        done.incrementAndGet();
                    } catch (AlreadyAppended e) {
                        heard.incrementAndGet();
                    }
                    return null;
                });
            }
            for (var one : threads.invokeAll(tries)) one.get();
        }
        assertThat(done).hasValue(50);
        assertThat(heard).hasValue(150);
        assertThat(store.source().head()).isEqualTo(50);
    }
}
