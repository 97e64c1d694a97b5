package io.cairn.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database keeps tenants apart by itself: as the services' own role, with one tenant set, each table is asked for
 * everything, as a query would whose filter was forgotten.
 */
class RowLevelSecurityAloneTest {
    private static final String OURS = "('eventstore', 'platform', 'assessment', 'reporting')";

    /** Nodes share out by it what is to be delivered: ids and times, reached without a tenant on purpose. */
    private static final String SHARED = "assessment.lane";

    private static JdbcClient superuser() {
        return JdbcClient.create(Target.DATABASE.superuser());
    }

    private record Table(String name, String column) {}

    private static List<Table> tables() {
        Target.port(); // it has run
        return superuser()
                .sql("""
                        select n.nspname || '.' || c.relname as name, a.attname as tenant from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname in ('tenant_id', 'tenant')
                            and not a.attisdropped and a.atttypid = 'uuid'::regtype
                        where c.relkind in ('r', 'p') and n.nspname in\s""" + OURS + " order by 1")
                .query((row, n) -> new Table(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(table -> !table.name().equals(SHARED))
                .toList();
    }

    @Test
    void a_query_whose_filter_was_forgotten_still_sees_one_tenant_only() {
        var ours = new Victim();
        var theirs = new Victim();
        var app = new TenantDatabase(Target.DATABASE.app());
        var asked = 0;
        var held = 0;
        for (var table : tables()) {
            if (!readable(table.name())) continue;
            var foreign = "select count(*) from " + table.name() + " where " + table.column() + " <> '" + ours.id + "'";
            assertThat(superuserCount("select count(*) from " + table.name() + " where " + table.column() + " = '"
                            + theirs.id + "'"))
                    .as(table.name())
                    .isNotNegative();
            if (superuserCount(foreign) > 0) held++;
            long seen = app.read(
                    new TenantId(UUID.fromString(ours.id)),
                    db -> db.sql(foreign).query(Long.class).single());
            assertThat(seen).as(table.name()).isZero();
            asked++;
        }
        System.out.printf("%d tables asked for everything, %d of them hold rows of others: none came%n", asked, held);
        assertThat(held).isGreaterThan(15);
    }

    private static boolean readable(String table) {
        return superuser()
                .sql("select has_table_privilege('app', '" + table + "', 'select')")
                .query(Boolean.class)
                .single();
    }

    private static long superuserCount(String sql) {
        return superuser().sql(sql).query(Long.class).single();
    }

    @Test
    void every_table_with_a_tenant_forces_row_level_security_and_has_a_policy_for_whoever_may_read_it() {
        var bare = new ArrayList<String>();
        for (var table : tables()) {
            var guarded = superuser()
                    .sql(
                            "select relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid)"
                                    + " from pg_class c where oid = '" + table.name() + "'::regclass")
                    .query(Boolean.class)
                    .single();
            if (!guarded) bare.add(table.name());
        }
        assertThat(bare).isEmpty();
        assertThat(tables()).hasSizeGreaterThan(30);
    }

    @Test
    void no_policy_for_the_services_role_lets_everything_through() {
        assertThat(superuser()
                        .sql(
                                "select polrelid::regclass || ' ' || polname from pg_policy where 'app'::regrole = any (polroles)"
                                        + " and polpermissive and coalesce(pg_get_expr(polqual, polrelid), '') not like '%app.tenant%'"
                                        + " and coalesce(pg_get_expr(polwithcheck, polrelid), '') not like '%app.tenant%'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
