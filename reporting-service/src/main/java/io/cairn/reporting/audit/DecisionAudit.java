package io.cairn.reporting.audit;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds decisions in the view and reads what was said from the events: two queries, however many there are. */
@Component
class DecisionAudit {
    private final RecordedEvents recorded;

    DecisionAudit(RecordedEvents recorded) {
        this.recorded = recorded;
    }

    /** Up to here the view has seen everything. */
    long end(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(min(position), 0) from reporting.projection where name = :view")
                .param("view", DecisionsView.NAME)
                .query(Long.class)
                .single();
    }

    /** In the order of positions, {@code after} not included, {@code end} included. */
    List<AuditedDecision> decisions(
            JdbcClient jdbc, TenantId tenant, DecisionFilter filter, long after, long end, int limit) {
        var found = jdbc.sql("""
                        select * from reporting.decision
                        where tenant_id = :tenant and position > :after and position <= :end
                        """ + filter.conditions() + " order by position limit :limit")
                .params(filter.parameters())
                .param("tenant", tenant.value())
                .param("after", after)
                .param("end", end)
                .param("limit", limit)
                .query((row, number) -> Found.read(row))
                .list();
        var events =
                recorded.at(jdbc, tenant, found.stream().map(Found::position).toList());
        return found.stream().map(it -> it.with(events)).toList();
    }

    private record Found(
            long position,
            @Nullable String unit,
            @Nullable String model,
            @Nullable String version,
            @Nullable String period,
            @Nullable UUID assessment,
            @Nullable String question,
            @Nullable String dimension) {
        static Found read(ResultSet row) throws SQLException {
            return new Found(
                    row.getLong("position"),
                    row.getString("unit_code"),
                    row.getString("model_key"),
                    row.getString("model_version"),
                    row.getString("period"),
                    row.getObject("assessment_id", UUID.class),
                    row.getString("question"),
                    row.getString("dimension"));
        }

        AuditedDecision with(Map<Long, StoredEvent> events) {
            var stored = Objects.requireNonNull(events.get(position), "an event does not go away");
            var decided = Objects.requireNonNull(Decided.of(stored.event()), "the view holds decisions only");
            return new AuditedDecision(
                    stored.recordedAt(),
                    stored.origin().actor().value(),
                    decided.kind(),
                    unit,
                    model,
                    version,
                    period,
                    assessment,
                    question,
                    dimension,
                    decided.from(),
                    decided.to(),
                    decided.reason(),
                    stored.origin().channel(),
                    position,
                    stored.eventId());
        }
    }
}
