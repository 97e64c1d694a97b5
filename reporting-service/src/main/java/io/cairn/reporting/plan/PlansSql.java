package io.cairn.reporting.plan;

/** The statements of {@link PlansView}: each ends the row that stands and begins the next. */
final class PlansSql {
    static final String PLANNED = """
            insert into reporting.planned_action (tenant_id, action_id, from_position, recorded_from, unit_code,
                model_key, due, due_order, plan_position, status)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned')
            """;

    private static final String END_ACTION = """
            before as (
                update reporting.planned_action a
                set to_position = e.position, recorded_to = e.at
                from event e
                where a.tenant_id = e.tenant_id and a.action_id = e.action_id and a.to_position is null
                returning a.*
            )
            insert into reporting.planned_action (tenant_id, action_id, from_position, recorded_from, unit_code,
                model_key, due, due_order, plan_position, status)
            """;

    static final String CHANGED = """
            with event as (
                select ?::uuid as tenant_id, ?::uuid as action_id, ?::bigint as position, ?::timestamptz as at,
                    ?::text as due, ?::int as due_order
            ), %s
            select b.tenant_id, b.action_id, e.position, e.at, b.unit_code, b.model_key, e.due, e.due_order, e.position,
                b.status
            from event e cross join before b
            """.formatted(END_ACTION);

    static final String MOVED_ON = """
            with event as (
                select ?::uuid as tenant_id, ?::uuid as action_id, ?::bigint as position, ?::timestamptz as at,
                    ?::text as status
            ), %s
            select b.tenant_id, b.action_id, e.position, e.at, b.unit_code, b.model_key, b.due, b.due_order,
                b.plan_position, e.status
            from event e cross join before b
            """.formatted(END_ACTION);

    private PlansSql() {}
}
