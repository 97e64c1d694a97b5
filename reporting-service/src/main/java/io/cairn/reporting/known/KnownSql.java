package io.cairn.reporting.known;

/** The statements of {@link KnownView}. */
final class KnownSql {
    static final String SETTINGS = """
            insert into reporting.tenant_settings (tenant_id, name, fiscal_year_start, cadence, transition_policy)
            values (?, ?, ?, ?, ?)
            on conflict (tenant_id) do update set name = excluded.name, fiscal_year_start = excluded.fiscal_year_start,
                cadence = excluded.cadence, transition_policy = excluded.transition_policy
            """;

    static final String UNIT_ADDED = """
            insert into reporting.unit_fact (tenant_id, code, from_position, recorded_from, name, parent)
            values (?, ?, ?, ?, ?, ?)
            """;

    static final String UNIT_RENAMED = unit("text", "e.fact", "b.parent", "b.last_day");
    static final String UNIT_MOVED = unit("text", "b.name", "e.fact", "b.last_day");
    static final String UNIT_RETIRED = unit("date", "b.name", "b.parent", "e.fact");

    static final String MODEL_PUBLISHED = """
            insert into reporting.model_version
                (tenant_id, model_key, model_version, title, stages, dimensions, may_be_below_first, words)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?::jsonb)
            """;

    static final String MODEL_RETIRED = """
            update reporting.model_version set retired = true
            where tenant_id = ? and model_key = ? and model_version = ?
            """;

    /** One that was cancelled may be opened again. */
    static final String ASSESSMENT_OPENED = """
            with event as (
                select ?::uuid as tenant_id, ?::uuid as assessment_id, ?::text as unit_code, ?::text as model_key,
                    ?::text as model_version, ?::text as period, ?::int as period_order, ?::text as status,
                    ?::bigint as position
            )
            insert into reporting.assessment (tenant_id, assessment_id, unit_code, model_key, model_version, period,
                period_order, status, opened_position)
            select * from event
            on conflict (tenant_id, assessment_id) do update set model_version = excluded.model_version,
                status = excluded.status, opened_position = excluded.opened_position
            """;

    static final String ASSESSMENT_STATUS = """
            with event as (select ?::uuid as tenant_id, ?::uuid as assessment_id, ?::text as status)
            update reporting.assessment a set status = e.status from event e
            where a.tenant_id = e.tenant_id and a.assessment_id = e.assessment_id
            """;

    private KnownSql() {}

    /** Ends the fact that held until now and begins the next. */
    private static String unit(String type, String name, String parent, String lastDay) {
        return """
                with event as (
                    select ?::uuid as tenant_id, ?::text as code, ?::bigint as position, ?::timestamptz as at, ?::%s as fact
                ), before as (
                    update reporting.unit_fact u
                    set to_position = e.position, recorded_to = e.at
                    from event e
                    where u.tenant_id = e.tenant_id and u.code = e.code and u.to_position is null
                    returning u.*
                )
                insert into reporting.unit_fact
                    (tenant_id, code, from_position, recorded_from, name, parent, last_day)
                select e.tenant_id, e.code, e.position, e.at, %s, %s, %s
                from event e, before b
                """.formatted(type, name, parent, lastDay);
    }
}
