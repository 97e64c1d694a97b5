package io.cairn.reporting.past;

/** The statements of {@link PastView}: what stands is ended, and what follows begins at the same position and time. */
final class PastSql {
    private static final String INTO = """
            insert into reporting.past_assessment (
                tenant_id, model_key, unit_code, period_order, from_position, recorded_from, assessment_id,
                model_version, period, status, profile_position)
            """;

    static final String OPENED = """
            with event as (
                select ?::uuid as tenant_id, ?::uuid as assessment_id, ?::bigint as position, ?::timestamptz as at,
                    ?::text as model_key, ?::text as unit_code, ?::int as period_order, ?::text as model_version,
                    ?::text as period, ?::text as status
            ), ended as (
                update reporting.past_assessment p
                set to_position = e.position, recorded_to = e.at
                from event e
                where p.tenant_id = e.tenant_id and p.assessment_id = e.assessment_id and p.to_position is null
                returning 1
            )
            %s
            select tenant_id, model_key, unit_code, period_order, position, at, assessment_id, model_version, period,
                status, null
            from event where (select count(*) from ended) >= 0
            """.formatted(INTO);

    static final String STATUS = """
            with event as (
                select ?::uuid as tenant_id, ?::uuid as assessment_id, ?::bigint as position, ?::timestamptz as at,
                    ?::text as status, ?::bigint as profile_position
            ), ended as (
                update reporting.past_assessment p
                set to_position = e.position, recorded_to = e.at
                from event e
                where p.tenant_id = e.tenant_id and p.assessment_id = e.assessment_id and p.to_position is null
                returning p.*
            )
            %s
            select b.tenant_id, b.model_key, b.unit_code, b.period_order, e.position, e.at, b.assessment_id,
                b.model_version, b.period, e.status, e.profile_position
            from event e join ended b on b.tenant_id = e.tenant_id and b.assessment_id = e.assessment_id
            """.formatted(INTO);

    /** An assessment that begins anew after it was cancelled. */
    static final String ALL_ENDED = """
            with event as (
                select ?::uuid as tenant_id, ?::uuid as assessment_id, ?::bigint as position, ?::timestamptz as at
            )
            update reporting.answer_state s
            set to_position = e.position, recorded_to = e.at
            from event e
            where s.tenant_id = e.tenant_id and s.assessment_id = e.assessment_id and s.to_position is null
            """;

    static final String CARRIED = """
            with event as (
                select ?::uuid as tenant_id, ?::uuid as assessment_id, ?::text as question, ?::bigint as position,
                    ?::timestamptz as at
            )
            insert into reporting.answer_state
                (tenant_id, assessment_id, question, part, respondent, from_position, recorded_from)
            select tenant_id, assessment_id, question, 'carried', '', position, at from event
            """;

    /**
     * What stands is what came last of its part and respondent, which is one look at the end of a range of the primary key,
     * however long that was said before.
     */
    private static final String ENDED = """
            update reporting.answer_state s
            set to_position = e.position, recorded_to = e.at
            from event e
            cross join lateral unnest(string_to_array(e.ends, ' ')) as ending(part)
            cross join lateral (
                select a.ctid, a.to_position from reporting.answer_state a
                where a.tenant_id = e.tenant_id and a.assessment_id = e.assessment_id and a.question = e.question
                    and a.part = ending.part
                    and a.respondent = case ending.part when 'vote' then e.respondent else '' end
                order by a.from_position desc
                limit 1
            ) last
            where s.ctid = last.ctid and last.to_position is null
            """;

    private static final String EVENT = """
            with event as (
                select ?::uuid as tenant_id, ?::uuid as assessment_id, ?::text as question, ?::text as respondent,
                    ?::bigint as position, ?::timestamptz as at, ?::text as ends, ?::text as part
            )
            """;

    /** The parts named in {@code ends}, separated by spaces, give way to {@code part}. */
    static final String SAID = EVENT + ", ended as (" + ENDED + " returning 1)" + """

            insert into reporting.answer_state
                (tenant_id, assessment_id, question, part, respondent, from_position, recorded_from)
            select tenant_id, assessment_id, question, part, respondent, position, at
            from event where (select count(*) from ended) >= 0
            """;

    /** They give way to nothing. */
    static final String UNSAID = EVENT + ENDED;

    private PastSql() {}
}
