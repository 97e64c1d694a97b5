package io.cairn.reporting.known;

import io.cairn.language.TenantId;
import io.cairn.platform.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant's assessments. */
public final class KnownAssessments {
    private KnownAssessments() {}

    /** An assessment nobody knows, or that is another tenant's, is a 404. */
    public static void require(JdbcClient jdbc, TenantId tenant, @Nullable UUID assessment) {
        if (assessment == null) return;
        var known = jdbc.sql("""
                        select exists (
                            select from reporting.assessment
                            where tenant_id = :tenant and assessment_id = :assessment)
                        """)
                .param("tenant", tenant.value())
                .param("assessment", assessment)
                .query(Boolean.class)
                .single();
        if (!known) throw Problem.notFound().exception();
    }
}
