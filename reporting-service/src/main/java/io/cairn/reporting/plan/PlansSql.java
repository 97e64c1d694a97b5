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

    /** One that stands is said anew. */
    static final String TARGET = """
            with event as (
                select ?::uuid as tenant_id, ?::text as model_key, ?::text as unit_code, ?::text as dimension,
                    ?::int as period_order, ?::bigint as position, ?::timestamptz as at, ?::text as period,
                    ?::int as ordinal, ?::text as key, ?::text as model_version, ?::text as status
            ), before as (
                update reporting.stage_target t
                set to_position = e.position, recorded_to = e.at
                from event e
                where t.tenant_id = e.tenant_id and t.model_key = e.model_key and t.unit_code = e.unit_code
                    and t.dimension = e.dimension and t.period_order = e.period_order and t.to_position is null
                returning t.*
            )
            insert into reporting.stage_target (tenant_id, model_key, unit_code, dimension, period_order, from_position,
                recorded_from, period, stage_ordinal, stage_key, model_version, status)
            select e.tenant_id, e.model_key, e.unit_code, e.dimension, e.period_order, e.position, e.at, e.period,
                coalesce(e.ordinal, b.stage_ordinal), coalesce(e.key, b.stage_key), e.model_version, e.status
            from event e left join before b on true
            """;

    private PlansSql() {}
}
