package io.cairn.eventstore;

import static io.cairn.eventstore.Cast.ACME;
import static io.cairn.eventstore.Cast.GLOBEX;
import static io.cairn.eventstore.Cast.added;
import static io.cairn.eventstore.Cast.renamed;
import static io.cairn.eventstore.Cast.retired;
import static io.cairn.eventstore.Cast.unit;
import static io.cairn.eventstore.testing.TestStore.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class BulkAppendTest {
    private final TestDatabase database = TestDatabase.fresh("eventstore");
    private final TestStore store = new TestStore(database);
    private final StreamId shop = unit(ACME, "shop");

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void many_events_are_appended_in_the_order_they_came() {
        store.append(shop, 0, added());
        try (var bulk = store.appender().bulk()) {
            for (var i = 0; i < 2_000; i++)
                events(unit(GLOBEX, "unit-" + i), 0, added(), retired("tab\t, line\nand \\back\\slash \"" + i + "\""))
                        .forEach(bulk::add);
            events(shop, 1, renamed(2)).forEach(bulk::add);
            assertThat(bulk.commit()).isEqualTo(4_003);
        }
        assertThat(store.source().after(4_000, 10))
                .extracting(StoredEvent::position)
                .containsExactly(4_001L, 4_002L, 4_003L);
        assertThat(store.reader().read(unit(GLOBEX, "unit-7")))
                .extracting(StoredEvent::event)
                .containsExactly(added(), retired("tab\t, line\nand \\back\\slash \"7\""));
        assertThat(store.append(shop, 3, renamed("next"))).isEqualTo(4_004);
    }

    @Test
    void others_append_while_it_is_being_filled() {
        try (var bulk = store.appender().bulk()) {
            events(shop, 0, renamed(3)).forEach(bulk::add);
            assertThat(store.append(unit(ACME, "other"), 0, added())).isEqualTo(1);
            assertThat(store.source().head()).isEqualTo(1);
            assertThat(bulk.commit()).isEqualTo(4);
        }
    }

    @Test
    void a_version_taken_meanwhile_is_a_conflict_and_leaves_nothing() {
        try (var bulk = store.appender().bulk()) {
            events(unit(ACME, "other"), 0, retired("x")).forEach(bulk::add);
            events(shop, 0, added()).forEach(bulk::add);
            store.append(shop, 0, renamed("first"));
            assertThatExceptionOfType(VersionConflict.class)
                    .isThrownBy(bulk::commit)
                    .withMessageContaining(shop.value().toString());
        }
        nothingButOneEvent();
    }

    @Test
    void versions_that_do_not_follow_are_refused() {
        store.append(shop, 0, added());
        for (var version : new long[] {2, 5})
            try (var bulk = store.appender().bulk()) {
                events(shop, version, renamed(1)).forEach(bulk::add);
                assertThatThrownBy(bulk::commit).isInstanceOf(IllegalArgumentException.class);
            }
        try (var bulk = store.appender().bulk()) {
            events(unit(ACME, "other"), 1, renamed(1)).forEach(bulk::add);
            events(unit(ACME, "other"), 0, renamed(1)).forEach(bulk::add);
            assertThatThrownBy(bulk::commit).isInstanceOf(IllegalArgumentException.class);
        }
        nothingButOneEvent();
    }

    @Test
    void closing_without_a_commit_leaves_nothing() {
        store.append(shop, 0, added());
        try (var bulk = store.appender().bulk()) {
            for (var i = 0; i < 1_000; i++)
                events(unit(ACME, "u" + i), 0, retired("x")).forEach(bulk::add);
        }
        nothingButOneEvent();
    }

    @Test
    void an_empty_one_answers_the_head() {
        store.append(shop, 0, added());
        try (var bulk = store.appender().bulk()) {
            assertThat(bulk.commit()).isEqualTo(1);
        }
    }

    @Test
    void a_connection_killed_in_the_middle_leaves_nothing() {
        store.append(shop, 0, added());
        try (var bulk = store.appender().bulk()) {
            for (var i = 0; i < 5_000; i++)
                events(unit(ACME, "u" + i), 0, retired("x")).forEach(bulk::add);
            var killed = new JdbcTemplate(database.superuser())
                    .queryForList(
                            "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                                    + " where datname = current_database() and query like 'copy staged%'",
                            Boolean.class);
            assertThat(killed).containsExactly(true);
            assertThatThrownBy(bulk::commit).isInstanceOf(DataAccessException.class);
        }
        nothingButOneEvent();
    }

    @Test
    void several_follow_one_another_on_the_same_connection() {
        for (var i = 0; i < 15; i++)
            try (var bulk = store.appender().bulk()) {
                events(shop, i, renamed(1)).forEach(bulk::add);
                assertThat(bulk.commit()).isEqualTo(i + 1);
            }
    }

    private void nothingButOneEvent() {
        var superuser = new JdbcTemplate(database.superuser());
        assertThat(superuser.queryForObject("select count(*) from eventstore.event", Long.class))
                .isEqualTo(1);
        assertThat(superuser.queryForObject("select count(*) from eventstore.event_text", Long.class))
                .isZero();
        assertThat(store.source().head()).isEqualTo(1);
        assertThat(store.append(unit(ACME, "after"), 0, added())).isEqualTo(2);
    }
}
