package io.cairn.reporting.point;

/** The statements of {@link StagePointsView}: each ends the row that stands and begins the next from it. */
final class StagePointsSql {
    static final String POLICY = """
            with event as (select ?::uuid as tenant_id, ?::text as policy)
            insert into reporting.transition_policy (tenant_id, policy) select tenant_id, policy from event where true
            on conflict (tenant_id) do update set policy = excluded.policy
            """;

    private static final String INTO = """
            insert into reporting.stage_point (
                tenant_id, model_key, unit_code, period_order, period, from_position, recorded_from,
                stage_ordinal, stage_key, model_version,
                assessment_id, result, assessed_ordinal, assessed_key, undetermined, score, max_score, coverage,
                dimensions, proposal_open,
                decision, decision_position, decided_at, decided_by, proposal, moved_from_ordinal, moved_from_key,
                direction, cause, skipped, overridden, has_reason)
            """;

    /** What stood at the event's place. */
    private static final String OF_IT = """
            %1$s.tenant_id = e.tenant_id and %1$s.model_key = e.model_key and %1$s.unit_code = e.unit_code
                and %1$s.period_order = e.period_order""";

    private static final String SAME_DECISION = """
            d.decision, d.decision_position, d.decided_at, d.decided_by, d.proposal, d.moved_from_ordinal,
            d.moved_from_key, d.direction, d.cause, d.skipped, d.overridden, d.has_reason
            """;

    /** Recorded times never run backwards: the store sees to that. */
    private static final String END_WHAT_STOOD = """
            before as (
                update reporting.stage_point p
                set to_position = e.position, recorded_to = e.at
                from event e
                where %s and p.to_position is null
                returning p.*
            )
            """.formatted(OF_IT.formatted("p"));

    /** Where the policy takes stages at once, the decision on an earlier result gives way to the new result. */
    static final String FINALIZED = """
            with event as (
                select ?::uuid as tenant_id, ?::text as model_key, ?::text as unit_code, ?::int as period_order,
                    ?::text as period, ?::bigint as position, ?::timestamptz as at, ?::text as model_version,
                    ?::uuid as assessment_id, ?::int as ordinal, ?::text as key, ?::text as undetermined,
                    ?::float8 as score, ?::float8 as max_score, ?::float8 as coverage, ?::jsonb as dimensions
            ), policy as (
                select e.position, coalesce(t.policy, 'automatic') = 'automatic' as at_once
                from event e left join reporting.transition_policy t on t.tenant_id = e.tenant_id
            ), %s %s
            select e.tenant_id, e.model_key, e.unit_code, e.period_order, e.period, e.position,
                e.at,
                case when d.decision is not null then d.stage_ordinal when policy.at_once then e.ordinal end,
                case when d.decision is not null then d.stage_key when policy.at_once then e.key end,
                e.model_version,
                e.assessment_id, 'standing', e.ordinal, e.key, e.undetermined, e.score, e.max_score, e.coverage,
                e.dimensions, not policy.at_once and e.ordinal is not null,
                %s
            from event e join policy on policy.position = e.position
            left join before d on %s and (not policy.at_once or e.ordinal is null)
            """.formatted(END_WHAT_STOOD, INTO, SAME_DECISION, OF_IT.formatted("d"));

    static final String REOPENED = withdrawn(
            "case when d.decision is not null then d.stage_ordinal end",
            "case when d.decision is not null then d.stage_key end",
            "reopened",
            "true");

    static final String CANCELLED = withdrawn("null::int", "null", "cancelled", "false");

    /** While its assessment is reopened there is no finding to be decided on. */
    static final String PROPOSED_AGAIN = """
            with event as (
                select ?::uuid as tenant_id, ?::text as model_key, ?::text as unit_code, ?::int as period_order,
                    ?::bigint as position, ?::timestamptz as at
            ), %s %s
            select d.tenant_id, d.model_key, d.unit_code, d.period_order, d.period, e.position, e.at,
                d.stage_ordinal, d.stage_key, d.model_version,
                d.assessment_id, d.result, d.assessed_ordinal, d.assessed_key, d.undetermined, d.score, d.max_score,
                d.coverage, d.dimensions, d.result = 'standing',
                %s
            from event e join before d on %s
            """.formatted(END_WHAT_STOOD, INTO, SAME_DECISION, OF_IT.formatted("d"));

    /** A decision that restates an earlier one, as a correction of an earlier period does, leaves a new proposal open. */
    static final String DECIDED = """
            with event as (
                select ?::uuid as tenant_id, ?::text as model_key, ?::text as unit_code, ?::int as period_order,
                    ?::text as period, ?::bigint as position, ?::timestamptz as at, ?::text as model_version,
                    ?::int as ordinal, ?::text as key, ?::text as decision, ?::text as decided_by,
                    ?::uuid as proposal, ?::int as moved_from_ordinal, ?::text as moved_from_key,
                    ?::text as direction, ?::text as cause, ?::jsonb as skipped, ?::boolean as overridden,
                    ?::boolean as has_reason
            ), %s %s
            select e.tenant_id, e.model_key, e.unit_code, e.period_order, e.period, e.position,
                e.at,
                case when b.result is distinct from 'cancelled' then e.ordinal end,
                case when b.result is distinct from 'cancelled' then e.key end,
                coalesce(b.model_version, e.model_version),
                b.assessment_id, coalesce(b.result, 'none'), b.assessed_ordinal, b.assessed_key, b.undetermined,
                b.score, b.max_score, b.coverage, b.dimensions,
                coalesce(b.proposal_open and e.proposal = b.proposal, false),
                e.decision, e.position, e.at, e.decided_by, e.proposal, e.moved_from_ordinal, e.moved_from_key,
                e.direction, e.cause, e.skipped, e.overridden, e.has_reason
            from event e left join before b on %s
            """.formatted(END_WHAT_STOOD, INTO, OF_IT.formatted("b"));

    private StagePointsSql() {}

    private static String withdrawn(String ordinal, String key, String result, String decisionStands) {
        return """
                with event as (
                    select ?::uuid as tenant_id, ?::uuid as assessment_id, ?::bigint as position, ?::timestamptz as at
                ), before as (
                    update reporting.stage_point p
                    set to_position = e.position, recorded_to = e.at
                    from event e
                    where p.tenant_id = e.tenant_id and p.assessment_id = e.assessment_id and p.to_position is null
                    returning p.*
                ) %s
                select b.tenant_id, b.model_key, b.unit_code, b.period_order, b.period, e.position,
                    e.at,
                    %s, %s, b.model_version,
                    b.assessment_id, '%s', null::int, null, null, null::float8, null::float8, null::float8,
                    null::jsonb, false,
                    %s
                from event e
                join before b on b.tenant_id = e.tenant_id and b.assessment_id = e.assessment_id
                left join before d on d.tenant_id = e.tenant_id and d.assessment_id = e.assessment_id and %s
                """.formatted(INTO, ordinal, key, result, SAME_DECISION, decisionStands);
    }
}
