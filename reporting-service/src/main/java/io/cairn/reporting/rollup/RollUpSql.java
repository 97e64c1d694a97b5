package io.cairn.reporting.rollup;

/**
 * One query for the whole part of the tree. {@code tree} says below which child of the top each unit lies, {@code stood}
 * where it stood; both are walked once. Units that are no child on the page, or below one, have no {@code child}.
 */
final class RollUpSql {
    static final String CHILDREN = """
            select code, name from reporting.unit_fact
            where tenant_id = :tenant and recorded_from <= :at and recorded_to > :at
                and parent is not distinct from cast(:under as text)
                and (cast(:after as text) is null or code > :after)
            order by code
            limit :limit
            """;

    static final String COUNTS = """
            with recursive tree(code, child) as (
                select code, case when code = any(string_to_array(:children, ' ')) then code end
                from reporting.unit_fact
                where tenant_id = :tenant and recorded_from <= :at and recorded_to > :at
                    and parent is not distinct from cast(:under as text)
                union
                select u.code, t.child from tree t
                join reporting.unit_fact u on u.tenant_id = :tenant and u.parent = t.code
                    and u.recorded_from <= :at and u.recorded_to > :at
            ), unit as (
                select code, child from tree
                union all
                select cast(:under as text), null where cast(:under as text) is not null
            ), stood as materialized (
                select t.child, s.model_version, s.stage_ordinal, s.stage_key, s.dimensions,
                    coalesce(s.period_order = :period, false) as of_period,
                    s.stage_ordinal is not null or exists (
                        select from reporting.stage_point p
                        where p.tenant_id = :tenant and p.model_key = :model and p.unit_code = t.code
                            and p.period_order <= :period and p.recorded_from <= :at and p.recorded_to > :at
                            and p.result <> 'cancelled'
                    ) as assessed
                from unit t
                join reporting.unit_fact u on u.tenant_id = :tenant and u.code = t.code
                    and u.recorded_from <= :at and u.recorded_to > :at and (u.last_day is null or u.last_day >= :day)
                left join lateral (
                    select * from reporting.stage_point p
                    where p.tenant_id = :tenant and p.model_key = :model and p.unit_code = t.code
                        and p.period_order <= :period and p.recorded_from <= :at and p.recorded_to > :at
                        and p.stage_ordinal is not null
                    order by p.period_order desc
                    limit 1
                ) s on true
            )
            select child, model_version, null as dimension, stage_ordinal as ordinal, stage_key as key, of_period,
                assessed, count(*) as units
            from stood
            group by 1, 2, 3, 4, 5, 6, 7
            union all
            select child, model_version, d ->> 'key', (d -> 'stage' ->> 'ordinal')::int, d -> 'stage' ->> 'key', false,
                true, count(*)
            from stood cross join lateral jsonb_array_elements(dimensions) d
            where jsonb_typeof(d -> 'stage') = 'object'
            group by 1, 2, 3, 4, 5
            """;

    private RollUpSql() {}
}
