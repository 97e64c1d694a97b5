package io.cairn.reporting.past;

import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.reporting.known.PeriodOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds assessments as they were known at a time: each a range of one index. */
public final class PastAssessments {
    /** Read from its end, it stops at the first row that was known then. */
    static final String LATEST = """
            select * from reporting.past_assessment
            where tenant_id = :tenant and model_key = :model and unit_code = :unit and period_order <= :period
                and recorded_from <= :at and recorded_to > :at and status <> 'cancelled'
            order by period_order desc
            limit 1
            """;

    static final String BY_ID = """
            select * from reporting.past_assessment
            where tenant_id = :tenant and assessment_id = :assessment and recorded_from <= :at and recorded_to > :at
            """;

    private static final String SUBJECT = """
            select unit_code, model_key, period from reporting.past_assessment
            where tenant_id = :tenant and assessment_id = :assessment limit 1
            """;

    private PastAssessments() {}

    /** What an id stands for, whatever the time. */
    public record Subject(UnitCode unit, ModelKey model, Period period) {}

    public static Optional<Subject> subject(JdbcClient jdbc, TenantId tenant, UUID assessment) {
        return jdbc.sql(SUBJECT)
                .param("tenant", tenant.value())
                .param("assessment", assessment)
                .query((row, number) -> new Subject(
                        new UnitCode(row.getString("unit_code")),
                        new ModelKey(row.getString("model_key")),
                        Period.parse(row.getString("period"))))
                .optional();
    }

    /** Empty while it had not been opened. */
    public static Optional<PastAssessment> byId(JdbcClient jdbc, TenantId tenant, UUID assessment, Instant at) {
        return jdbc.sql(BY_ID)
                .param("tenant", tenant.value())
                .param("assessment", assessment)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(PastAssessment::read)
                .optional();
    }

    /** The one of the period, else of the latest period before it that had one; those cancelled do not count. */
    public static Optional<PastAssessment> latest(
            JdbcClient jdbc, TenantId tenant, UnitCode unit, ModelKey model, Period effective, Instant at) {
        return jdbc.sql(LATEST)
                .param("tenant", tenant.value())
                .param("model", model.value())
                .param("unit", unit.value())
                .param("period", PeriodOrder.of(effective))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(PastAssessment::read)
                .optional();
    }
}
