package io.cairn.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.testing.TenantTables;
import io.cairn.eventstore.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh("eventstore");

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void every_table_with_a_tenant_forces_row_level_security() {
        assertThat(TenantTables.unguarded(DATABASE.superuser())).isEmpty();
        assertThat(TenantTables.all(DATABASE.superuser()))
                .contains(
                        "eventstore.event",
                        "eventstore.event_text",
                        "eventstore.append_key",
                        "eventstore.snapshot",
                        "eventstore.erased_words",
                        "eventstore.dead_letter");
    }

    @Test
    void a_table_that_forgot_it_is_found() {
        try (var careless = TestDatabase.fresh("eventstore")) {
            new JdbcTemplate(careless.superuser()).execute("create table eventstore.careless (tenant_id uuid)");
            assertThat(TenantTables.unguarded(careless.superuser())).containsExactly("eventstore.careless");
        }
    }

    @Test
    void nodes_that_start_at_once_migrate_one_after_another() throws Exception {
        try (var empty = TestDatabase.fresh();
                var nodes = Executors.newFixedThreadPool(3)) {
            Callable<Void> start = () -> {
                Migrations.migrate(empty.migrator(), "eventstore");
                return null;
            };
            for (var node : nodes.invokeAll(List.of(start, start, start))) node.get();
            assertThat(TenantTables.all(empty.superuser())).isEqualTo(TenantTables.all(DATABASE.superuser()));
        }
    }

    @Test
    void tokens_of_an_earlier_release_become_segments_of_all_slots_where_they_are() {
        try (var earlier = TestDatabase.fresh("eventstore")) {
            var migrator = new JdbcTemplate(earlier.migrator());
            migrator.execute("""
                            drop table eventstore.projection, eventstore.dead_letter, eventstore.rebuild;
                            create table eventstore.projection (
                                name text primary key, position bigint not null, updated_at timestamptz not null);
                            insert into eventstore.projection values ('known-v1', 17, now())
                            """);
            Migrations.migrate(earlier.migrator(), "eventstore");
            Migrations.migrate(earlier.migrator(), "eventstore");
            assertThat(migrator.queryForMap(
                            "select name, position, first_slot, last_slot, owner, epoch from eventstore.projection"))
                    .containsEntry("name", "known-v1")
                    .containsEntry("position", 17L)
                    .containsEntry("first_slot", 0)
                    .containsEntry("last_slot", 255)
                    .containsEntry("owner", null)
                    .containsEntry("epoch", 0L);
            assertThat(TenantTables.unguarded(earlier.superuser())).isEmpty();
        }
    }

    @Test
    void the_projector_does_not_wait_for_the_disk_and_the_others_do() {
        var setting = "select setting, source from pg_settings where name = 'synchronous_commit'";
        assertThat(new JdbcTemplate(DATABASE.projector()).queryForMap(setting))
                .containsEntry("setting", "off")
                .containsEntry("source", "database user");
        for (var role : List.of(DATABASE.app(), DATABASE.appender()))
            assertThat(new JdbcTemplate(role).queryForMap(setting)).doesNotContainEntry("source", "database user");
    }

    @Test
    void no_runtime_role_is_superuser_owner_or_above_row_level_security() {
        var roles = new JdbcTemplate(DATABASE.superuser()).queryForList("""
                        select rolname from pg_roles where rolname in ('app', 'appender', 'projector', 'migrator')
                        and rolcanlogin and not rolsuper and not rolbypassrls and not rolcreatedb and not rolcreaterole
                        """, String.class);
        assertThat(roles).containsExactlyInAnyOrder("app", "appender", "projector", "migrator");
        assertThat(new JdbcTemplate(DATABASE.superuser())
                        .queryForList("select distinct tableowner from pg_tables where schemaname = 'eventstore'"))
                .isEqualTo(List.of(Map.of("tableowner", "migrator")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    update eventstore.event set version = version
                    delete from eventstore.event
                    truncate eventstore.event
                    update eventstore.event_text set texts = texts
                    delete from eventstore.event_text
                    truncate eventstore.event_text
                    create table eventstore.mine (x int)
                    create table public.mine (x int)
                    drop table eventstore.event
                    alter table eventstore.event disable row level security
                    alter table eventstore.event disable trigger append_only
                    """)
    void runtime_roles_cannot_change_what_happened_nor_the_tables(String sql) {
        for (var role : List.of(DATABASE.app(), DATABASE.appender(), DATABASE.projector())) refused(role, sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update eventstore.event set version = version",
                "delete from eventstore.event",
                "truncate eventstore.event",
                "update eventstore.event_text set texts = texts",
                "truncate eventstore.event_text"
            })
    void not_even_the_owner_or_a_superuser_changes_what_happened_by_mistake(String sql) {
        refused(DATABASE.migrator(), sql);
        assertThatThrownBy(() -> new JdbcTemplate(DATABASE.superuser()).execute(sql))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select payload from eventstore.event",
                "select * from eventstore.event_text",
                "select metadata from eventstore.event"
            })
    void the_appender_cannot_read_what_an_event_says(String sql) {
        refused(DATABASE.appender(), sql);
    }

    @Test
    void only_the_appender_appends() {
        var sql = "insert into eventstore.event_text values (gen_random_uuid(), 1, '{}')";
        refused(DATABASE.app(), sql);
        refused(DATABASE.projector(), sql);
        refused(DATABASE.migrator(), sql);
    }

    private static void refused(DataSource role, String sql) {
        assertThatThrownBy(() -> new JdbcTemplate(role).execute(sql))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner|append-only|row-level security policy).*");
    }
}
