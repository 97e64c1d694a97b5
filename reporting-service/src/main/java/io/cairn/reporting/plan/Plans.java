package io.cairn.reporting.plan;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ActionPlan;
import io.cairn.language.ActorId;
import io.cairn.language.FreeText;
import io.cairn.language.ModelKey;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.RoadmapEvent.ActionChanged;
import io.cairn.language.event.RoadmapEvent.ActionPlanned;
import io.cairn.reporting.known.KnownUnits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads actions as they were known at a time. */
@Component
public class Plans {
    private final RecordedEvents events;

    Plans(RecordedEvents events) {
        this.events = events;
    }

    /**
     * @param title read from the event, where it may have been erased
     * @param status planned, started, completed or dropped
     */
    public record Action(
            String unit, FreeText title, @Nullable ActorId owner, String due, String status) {}

    /**
     * Of the unit and all below it, or of the whole company; those that are due first come first, those that are done or
     * dropped last.
     *
     * @param since in the order of periods: what was done or dropped and was due before it is left out
     */
    public List<Action> actions(
            JdbcClient jdbc,
            TenantId tenant,
            @Nullable UnitCode under,
            boolean alone,
            ModelKey model,
            int since,
            Instant at,
            int most) {
        var found = jdbc.sql("""
                        with recursive %s
                        select unit_code, due, plan_position, status from reporting.planned_action
                        where tenant_id = :tenant and model_key = :model
                            and recorded_from <= :at and recorded_to > :at
                            and (status in ('planned', 'started') or due_order >= :since)
                            and (cast(:under as text) is null
                                or case when :alone then unit_code = :under else unit_code in (select code from subtree) end)
                        order by status in ('completed', 'dropped'), due_order, plan_position
                        limit :most
                        """.formatted(KnownUnits.SUBTREE))
                .param("tenant", tenant.value())
                .param("model", model.value())
                .param("under", under == null ? null : under.value())
                .param("alone", alone)
                .param("since", since)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> Found.read(row))
                .list();
        var plans = events.at(jdbc, tenant, found.stream().map(Found::position).toList());
        return found.stream().map(it -> it.with(plans)).toList();
    }

    private record Found(String unit, String due, long position, String status) {
        static Found read(ResultSet row) throws SQLException {
            return new Found(
                    row.getString("unit_code"),
                    row.getString("due"),
                    row.getLong("plan_position"),
                    row.getString("status"));
        }

        Action with(Map<Long, StoredEvent> events) {
            var plan = plan(Objects.requireNonNull(events.get(position), "an event does not go away"));
            return new Action(unit, plan.title(), plan.owner(), due, status);
        }

        private static ActionPlan plan(StoredEvent stored) {
            if (stored.event() instanceof ActionPlanned planned) return planned.plan();
            if (stored.event() instanceof ActionChanged changed) return changed.plan();
            throw new IllegalStateException("no plan at " + stored.position());
        }
    }
}
