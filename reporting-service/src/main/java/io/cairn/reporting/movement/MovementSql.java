package io.cairn.reporting.movement;

import io.cairn.reporting.known.KnownUnits;

/** How many units went from which stage to which, in one query; a unit has one row in each period at most. */
final class MovementSql {
    static final String CELLS = """
            with recursive %s, point as (
                select unit_code, period_order, stage_ordinal, stage_key, model_version
                from reporting.stage_point
                where tenant_id = :tenant and model_key = :model and period_order in (:from, :to)
                    and recorded_to > :at and recorded_from <= :at
                    and stage_ordinal is not null
                    and (cast(:under as text) is null or unit_code in (select code from subtree))
            ), f as (
                select * from point where period_order = :from
            ), t as (
                select * from point where period_order = :to
            ), gone as (
                select code from reporting.unit_fact
                where tenant_id = :tenant and recorded_from <= :at and recorded_to > :at and last_day < :end
            )
            select f.stage_ordinal as from_ordinal, f.stage_key as from_key, f.model_version as from_version,
                t.stage_ordinal as to_ordinal, t.stage_key as to_key, t.model_version as to_version,
                gone.code is not null as left_before_end, count(*) as units
            from f
            full join t on t.unit_code = f.unit_code
            left join gone on gone.code = coalesce(f.unit_code, t.unit_code)
            group by 1, 2, 3, 4, 5, 6, 7
            """.formatted(KnownUnits.SUBTREE);

    private MovementSql() {}
}
