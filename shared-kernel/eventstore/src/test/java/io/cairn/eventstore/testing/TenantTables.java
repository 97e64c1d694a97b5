package io.cairn.eventstore.testing;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the catalogue of PostgreSQL which tables hold tenants' rows, and which of them are not guarded. */
public final class TenantTables {
    private static final String ALL = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
            and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
            """;
    private static final String UNGUARDED = ALL + """
            and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policies p
                where p.schemaname = n.nspname and p.tablename = c.relname and p.roles @> '{app}'
                and p.qual like '%tenant_id = %current_setting(''app.tenant''::text, true)%'))
            """;

    private TenantTables() {}

    /** {@code schema.table} of every table with a {@code tenant_id}. */
    public static List<String> all(DataSource dataSource) {
        return new JdbcTemplate(dataSource).queryForList(ALL + "order by 1", String.class);
    }

    /** Those without forced row-level security and a tenant policy for {@code app}. */
    public static List<String> unguarded(DataSource dataSource) {
        return new JdbcTemplate(dataSource).queryForList(UNGUARDED + "order by 1", String.class);
    }
}
