package io.cairn.reporting.known;

import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant's units. */
public final class KnownUnits {
    /**
     * Common table {@code subtree(code)}: the unit {@code :under} and all below it as known at {@code :at}. Needs
     * {@code with recursive}.
     */
    public static final String SUBTREE = """
            subtree(code) as (
                select cast(:under as text) collate "C"
                union
                select u.code from subtree s
                join reporting.unit_fact u on u.tenant_id = :tenant and u.parent = s.code
                    and u.recorded_from <= :at and u.recorded_to > :at
            )
            """;

    private KnownUnits() {}

    /** A unit nobody knows, or that is another tenant's, is a 404. */
    public static void require(JdbcClient jdbc, TenantId tenant, @Nullable UnitCode unit) {
        if (unit == null) return;
        var known = jdbc.sql("""
                        select exists (
                            select from reporting.unit_fact
                            where tenant_id = :tenant and code = :code and to_position is null)
                        """)
                .param("tenant", tenant.value())
                .param("code", unit.value())
                .query(Boolean.class)
                .single();
        if (!known) throw Problem.notFound().exception();
    }
}
