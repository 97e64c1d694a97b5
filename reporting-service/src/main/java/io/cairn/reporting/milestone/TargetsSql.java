package io.cairn.reporting.milestone;

/** The statements of {@link TargetsView}: each ends the row that stands and begins the next from it. */
final class TargetsSql {
    private static final String TARGET = """
            select ?::uuid as tenant_id, ?::text as model_key, ?::text as unit_code, ?::int as period_order,
                ?::text as dimension, ?::bigint as position, ?::timestamptz as at
            """;

    /** What stood at the event's place. */
    private static final String OF_IT = """
            %1$s.tenant_id = e.tenant_id and %1$s.model_key = e.model_key and %1$s.unit_code = e.unit_code
                and %1$s.period_order = e.period_order and %1$s.dimension = e.dimension""";

    private static final String END = """
            update reporting.target_state t
            set to_position = e.position, recorded_to = e.at
            from event e
            where %s and t.to_position is null
            """.formatted(OF_IT.formatted("t"));

    private static final String ENDED = "ended as (" + END + " returning t.*)\n";

    private static final String INTO = """
            insert into reporting.target_state (
                tenant_id, model_key, unit_code, period_order, dimension, from_position, recorded_from, period,
                model_version, stage_ordinal, stage_key, missed_at, reached_in, reached_at)
            """;

    /** Said again for the same stage it stays as it went. */
    static final String SET = """
            with event as (
                %s, ?::text as period, ?::text as model_version, ?::int as ordinal, ?::text as key
            ), %s %s
            select e.tenant_id, e.model_key, e.unit_code, e.period_order, e.dimension, e.position, e.at, e.period,
                e.model_version, e.ordinal, e.key, b.missed_at, b.reached_in, b.reached_at
            from event e left join ended b on %s and b.stage_ordinal = e.ordinal
            """.formatted(TARGET, ENDED, INTO, OF_IT.formatted("b"));

    /** Reached: what was missed stays so. */
    static final String REACHED = told(", ?::text as reached_in", "b.missed_at", "e.reached_in", "e.at");

    static final String MISSED = told("", "e.at", "null", "null::timestamptz");

    static final String REOPENED = told("", "null::timestamptz", "null", "null::timestamptz");

    static final String WITHDRAWN = "with event as (" + TARGET + ") " + END;

    private static final String PROPOSALS_ENDED = """
            update reporting.waiting_proposal p
            set to_position = e.position, recorded_to = e.at
            from event e
            where p.tenant_id = e.tenant_id and p.model_key = e.model_key and p.unit_code = e.unit_code
                and p.period_order = e.period_order and p.to_position is null
            """;

    private static final String PROPOSAL = """
            with event as (
                select ?::uuid as tenant_id, ?::text as model_key, ?::text as unit_code, ?::int as period_order,
                    ?::bigint as position, ?::timestamptz as at, ?::uuid as proposal, ?::text as cause
            )
            """;

    static final String PROPOSED = PROPOSAL + ", ended as (" + PROPOSALS_ENDED + " returning 1)" + """

            insert into reporting.waiting_proposal (
                tenant_id, model_key, unit_code, period_order, from_position, recorded_from, proposal, cause)
            select tenant_id, model_key, unit_code, period_order, position, at, proposal, cause
            from event where (select count(*) from ended) >= 0
            """;

    static final String DECIDED = PROPOSAL + PROPOSALS_ENDED + " and p.proposal = e.proposal";

    private TargetsSql() {}

    private static String told(String more, String missedAt, String reached, String reachedAt) {
        return """
                with event as (%s %s), %s %s
                select b.tenant_id, b.model_key, b.unit_code, b.period_order, b.dimension, e.position, e.at, b.period,
                    b.model_version, b.stage_ordinal, b.stage_key, %s, %s, %s
                from event e join ended b on %s
                """.formatted(TARGET, more, ENDED, INTO, missedAt, reached, reachedAt, OF_IT.formatted("b"));
    }
}
