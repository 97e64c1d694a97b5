-- What every schema has, before its own migrations run.

-- How far each view and policy of the schema is. The row is locked while a batch is applied.
do $$
begin
    if to_regclass('${flyway:defaultSchema}.projection') is null then
        create table ${flyway:defaultSchema}.projection (
            name text primary key,
            position bigint not null,
            updated_at timestamptz not null
        );
    end if;
end
$$;
grant select on ${flyway:defaultSchema}.projection to app;
grant select, insert, update on ${flyway:defaultSchema}.projection to projector;

-- Every migration that creates a table with a tenant_id ends with a call of one of these:
--   call reporting.guard_view('reporting.timeline');   the projector writes it, app reads it under its tenant
--   call platform.guard_own('platform.api_key');       app writes and reads it under its tenant
create or replace procedure ${flyway:defaultSchema}.guard_view(guarded regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy tenant on %s for select to app using '
        || '(tenant_id = (select nullif(current_setting(''app.tenant'', true), '''')::uuid))', guarded);
    execute format('create policy projector on %s to projector using (true) with check (true)', guarded);
    execute format('grant select on %s to app', guarded);
    execute format('grant select, insert, update, delete on %s to projector', guarded);
end
$$;

create or replace procedure ${flyway:defaultSchema}.guard_own(guarded regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy tenant on %s to app using '
        || '(tenant_id = (select nullif(current_setting(''app.tenant'', true), '''')::uuid))', guarded);
    execute format('grant select, insert, update, delete on %s to app', guarded);
end
$$;

revoke all on procedure ${flyway:defaultSchema}.guard_view, ${flyway:defaultSchema}.guard_own from public;
