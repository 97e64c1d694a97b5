package io.cairn.reporting.stages;

import io.cairn.reporting.known.KnownUnits;

/** One query for a page of units: for each its latest period with a stage, and its latest one at all. */
final class StagesSql {
    static final String PAGE = """
            with recursive %s, unit as (
                select code, name, parent
                from reporting.unit_fact
                where tenant_id = :tenant and recorded_from <= :at and recorded_to > :at
                    and (last_day is null or last_day >= :day)
                    and (cast(:after as text) is null or code > :after)
                    and (cast(:under as text) is null or code in (select code from subtree))
                order by code
                limit :limit
            )
            select u.code, u.name, u.parent,
                s.period, s.stage_ordinal, s.stage_key, s.score, s.max_score, s.coverage, s.model_version,
                s.recorded_from,
                l.period as latest_period, l.model_version as latest_version, l.undetermined, l.result,
                case when l.proposal_open then l.assessed_ordinal end as proposed_ordinal,
                case when l.proposal_open then l.assessed_key end as proposed_key
            from unit u
            left join lateral (
                select * from reporting.stage_point p
                where p.tenant_id = :tenant and p.model_key = :model and p.unit_code = u.code
                    and p.period_order <= :period and p.recorded_from <= :at and p.recorded_to > :at
                    and p.stage_ordinal is not null
                order by p.period_order desc
                limit 1
            ) s on true
            left join lateral (
                select * from reporting.stage_point p
                where p.tenant_id = :tenant and p.model_key = :model and p.unit_code = u.code
                    and p.period_order <= :period and p.recorded_from <= :at and p.recorded_to > :at
                    and p.result <> 'cancelled'
                order by p.period_order desc
                limit 1
            ) l on true
            order by u.code
            """.formatted(KnownUnits.SUBTREE);

    private StagesSql() {}
}
