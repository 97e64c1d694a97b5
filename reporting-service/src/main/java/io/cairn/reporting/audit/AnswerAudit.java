package io.cairn.reporting.audit;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ModelRef;
import io.cairn.language.TenantId;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.past.PastView;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds changes in the views, each with its assessment as it was then, and reads what was said from the events: two queries, however many
 * there are.
 */
@Component
class AnswerAudit {
    private static final int AT_ONCE = 500;

    private final RecordedEvents recorded;

    AnswerAudit(RecordedEvents recorded) {
        this.recorded = recorded;
    }

    /** Up to here both views have seen everything; behind it a change may be known and its assessment not yet. */
    long end(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(min(position), 0) from reporting.projection where name in (:views)")
                .param("views", List.of(PastView.NAME, AnswerChangesView.NAME))
                .query(Long.class)
                .single();
    }

    /** In the order of positions, {@code after} not included, {@code end} included. */
    List<AuditedChange> changes(JdbcClient jdbc, TenantId tenant, AuditFilter filter, long after, long end, int limit) {
        var found = asked(jdbc, tenant, filter, after, end, limit)
                .query((row, number) -> Found.read(row))
                .list();
        return told(jdbc, tenant, found);
    }

    /** All of them, from one cursor of the database; {@value #AT_ONCE} are there at a time. */
    void each(JdbcClient jdbc, TenantId tenant, AuditFilter filter, long end, Table.Taker<AuditedChange> taker)
            throws IOException {
        var asked = asked(jdbc, tenant, filter, 0, end, Integer.MAX_VALUE).withFetchSize(AT_ONCE);
        try (var all = asked.query((row, number) -> Found.read(row)).stream()) {
            var waiting = new ArrayList<Found>(AT_ONCE);
            for (var found : (Iterable<Found>) all::iterator) {
                waiting.add(found);
                if (waiting.size() < AT_ONCE) continue;
                for (var change : told(jdbc, tenant, waiting)) taker.take(change);
                waiting.clear();
            }
            for (var change : told(jdbc, tenant, waiting)) taker.take(change);
        }
    }

    private static JdbcClient.StatementSpec asked(
            JdbcClient jdbc, TenantId tenant, AuditFilter filter, long after, long end, int limit) {
        return jdbc.sql("""
                        select c.position, a.assessment_id, a.unit_code, a.model_key, a.model_version, a.period,
                            c.question
                        from reporting.answer_change c
                        join reporting.past_assessment a
                            on a.tenant_id = c.tenant_id and a.assessment_id = c.assessment_id
                            and a.from_position <= c.position
                            and (a.to_position is null or a.to_position > c.position)
                        where c.tenant_id = :tenant and c.position > :after and c.position <= :end
                        """ + filter.conditions() + " order by c.position limit :limit")
                .params(filter.parameters())
                .param("tenant", tenant.value())
                .param("after", after)
                .param("end", end)
                .param("limit", limit);
    }

    private List<AuditedChange> told(JdbcClient jdbc, TenantId tenant, List<Found> found) {
        var events =
                recorded.at(jdbc, tenant, found.stream().map(Found::position).toList());
        return found.stream().map(it -> it.with(events)).toList();
    }

    private record Found(long position, UUID assessment, String unit, ModelRef model, String period, String question) {
        static Found read(ResultSet row) throws SQLException {
            return new Found(
                    row.getLong("position"),
                    row.getObject("assessment_id", UUID.class),
                    row.getString("unit_code"),
                    ModelRef.of(row.getString("model_key"), row.getString("model_version")),
                    row.getString("period"),
                    row.getString("question"));
        }

        AuditedChange with(Map<Long, StoredEvent> events) {
            var stored = Objects.requireNonNull(events.get(position), "an event does not go away");
            var said = Said.of(stored.event());
            return new AuditedChange(
                    stored.recordedAt(),
                    stored.origin().actor().value(),
                    unit,
                    model,
                    period,
                    assessment,
                    question,
                    said.kind(),
                    said.from(),
                    said.to(),
                    said.reason(),
                    said.rationale(),
                    said.source(),
                    said.respondent(),
                    stored.origin().channel(),
                    position,
                    stored.eventId());
        }
    }
}
