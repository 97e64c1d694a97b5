-- What every schema has, before its own migrations run.

-- How far each view and policy of the schema is: a row for each segment, which is the range of slots from first_slot to
-- last_slot. The row is locked while a batch of its events is applied. Its epoch is another one whenever owner, range
-- or the view's contents were changed by anybody but the owner's own batches, so that who held it before is fenced off.
do $$
begin
    if to_regclass('${flyway:defaultSchema}.projection') is null then
        create table ${flyway:defaultSchema}.projection (
            name text not null,
            position bigint not null,
            updated_at timestamptz not null
        );
    end if;
    if not exists (select from pg_attribute
            where attrelid = '${flyway:defaultSchema}.projection'::regclass and attname = 'epoch') then
        alter table ${flyway:defaultSchema}.projection
            drop constraint if exists projection_pkey,
            add column first_slot integer not null default 0,
            add column last_slot integer not null default 255,
            add column owner uuid,
            add column epoch bigint not null default 0,
            add primary key (name, first_slot),
            add check (0 <= first_slot and first_slot <= last_slot and last_slot <= 255);
    end if;
end
$$;
grant select on ${flyway:defaultSchema}.projection to app;
grant select, insert, update, delete on ${flyway:defaultSchema}.projection to projector;

-- Moves a token from one position on to another, and fails when it is not there or the segment has another epoch.
create or replace function ${flyway:defaultSchema}.move_token(
        segment text, slot integer, held bigint, here bigint, there bigint) returns void
    language plpgsql as $$
begin
    update ${flyway:defaultSchema}.projection p set position = there, updated_at = now()
        where p.name = segment and p.first_slot = slot and p.epoch = held and p.position = here;
    if not found then
        raise exception 'segment % of % is somebody else''s now, or was moved', slot, segment using errcode = 'CR001';
    end if;
end
$$;
revoke all on function ${flyway:defaultSchema}.move_token from public;
grant execute on function ${flyway:defaultSchema}.move_token to projector;

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

-- Events that a view or policy could not take, and those of the same stream behind them, each to be taken later. The
-- first one of a stream says what was wrong, those that only wait behind it have no error.
do $$
begin
    if to_regclass('${flyway:defaultSchema}.dead_letter') is null then
        create table ${flyway:defaultSchema}.dead_letter (
            tenant_id uuid not null,
            projection text collate "C" not null,
            position bigint not null,
            stream_type text not null,
            stream_id uuid not null,
            name text not null,
            error text,
            parked_at timestamptz not null,
            attempts integer not null,
            primary key (projection, position)
        );
        create index dead_letter_of_stream on ${flyway:defaultSchema}.dead_letter (projection, tenant_id, stream_id, position);
        call ${flyway:defaultSchema}.guard_view('${flyway:defaultSchema}.dead_letter');
    end if;
end
$$;

-- The last rebuild of each view: asked for, under way at a position, done with so many rows that were different, or failed.
create table if not exists ${flyway:defaultSchema}.rebuild (
    projection text primary key,
    asked_at timestamptz not null,
    position bigint not null,
    head bigint not null,
    finished_at timestamptz,
    different bigint,
    failure text
);
grant select, insert, update on ${flyway:defaultSchema}.rebuild to projector;

revoke all on procedure ${flyway:defaultSchema}.guard_view, ${flyway:defaultSchema}.guard_own from public;
