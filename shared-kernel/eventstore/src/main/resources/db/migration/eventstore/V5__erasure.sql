-- How long after its closing a tenant's data stays. Only the owner of the schema can change it:
--   update eventstore.erasure_rule set grace = interval '90 days';
create table erasure_rule (
    one boolean primary key default true check (one),
    grace interval not null check (grace >= interval '0')
);
insert into erasure_rule (grace) values (interval '30 days');
grant select on erasure_rule to app, projector;

-- Tenants whose data is gone. An id that stands here is nobody's any more.
create table erased (
    id uuid primary key,
    at timestamptz not null
);
grant select on erased to app, projector;

-- Whether the tenant named is closed, and has been for as long as the rule says. The caller sees its events.
create function closed_long_enough(named uuid) returns boolean
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select exists (select from eventstore.event e, eventstore.erasure_rule r
        where e.tenant_id = named and e.stream_type = 'tenant' and e.name = 'TenantClosed'
            and e.recorded_at + r.grace <= now())
$$;

-- Append-only, but for a tenant that is being erased; with any argument, without exception.
create or replace function refuse_change() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'DELETE' and tg_nargs = 0 and nullif(current_setting('cairn.erasing', true), '') is not null
            and (tg_table_schema <> 'eventstore'
                or eventstore.closed_long_enough(current_setting('cairn.erasing', true)::uuid)) then
        return null;
    end if;
    raise insufficient_privilege using message = lower(tg_op) || ' of ' || tg_table_name || ' is refused: it is append-only';
end
$$;

create function refuse_others() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if old.tenant_id is distinct from nullif(current_setting('cairn.erasing', true), '')::uuid then
        raise insufficient_privilege using message = 'an event of another tenant is not deleted';
    end if;
    return old;
end
$$;
create trigger only_of_the_erased before delete on event for each row execute function refuse_others();

-- Deletes every row of a closed tenant in every table of this database, in the transaction of the caller, and tells how
-- many there were in which. It runs as the owner of the schemas, whose policies let it see that tenant alone.
-- Refused with 42501 when the tenant is not closed, or not for long enough; with 55P03 while a view has not seen all of
-- its events or is being rebuilt from them, since that would write rows anew: then it is asked again later.
create function erase_tenant(named uuid) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    kept record;
    busy text;
    last bigint;
    deleted bigint;
    told jsonb := '{}';
begin
    perform set_config('cairn.erasing', named::text, true);
    if not eventstore.closed_long_enough(named) then
        raise insufficient_privilege using message = 'the tenant is not closed, or not for long enough';
    end if;
    select max(position) into last from eventstore.event where tenant_id = named;

    for kept in
        select n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relname = 'projection' and c.relowner = current_user::regrole order by 1
    loop
        execute format($q$
            select max(name) from %I.projection
            where (owner is not null and position < $1)
                or not pg_try_advisory_xact_lock(hashtext('cairn.rebuild'), hashtext($2 || '.' || name))
            $q$, kept.schema) into busy using last, kept.schema;
        if busy is not null then
            raise lock_not_available using message = busy || ' still works on events of the tenant';
        end if;
    end loop;

    for kept in
        select n.nspname as schema, c.relname as name, a.attname as tenant
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname in ('tenant_id', 'tenant') and not a.attisdropped
            and a.atttypid = 'uuid'::regtype
        where c.relkind in ('r', 'p') and c.relowner = current_user::regrole and not c.relispartition
        -- its events last: until then they say that it is closed; and what others refer to behind those, to count both
        order by n.nspname = 'eventstore' and c.relname = 'event',
            exists (select from pg_constraint f where f.contype = 'f' and f.confrelid = c.oid), 1, 2
    loop
        execute format('delete from %I.%I where %I = $1', kept.schema, kept.name, kept.tenant) using named;
        get diagnostics deleted = row_count;
        told := told || jsonb_build_object(kept.schema || '.' || kept.name, deleted);
    end loop;
    if to_regclass('platform.scheduled_tasks') is not null then
        execute 'delete from platform.scheduled_tasks where task_instance = $1' using named::text;
        get diagnostics deleted = row_count;
        told := told || jsonb_build_object('platform.scheduled_tasks', deleted);
    end if;
    insert into eventstore.erased (id, at) values (named, now()) on conflict (id) do update set at = excluded.at;
    perform set_config('cairn.erasing', '', true);
    return told;
end
$$;
revoke all on function erase_tenant, closed_long_enough from public;
grant execute on function erase_tenant to projector;

-- Erases the words beside one event of the caller's tenant, and what was remembered of its stream with them. The event
-- stays as it is: it holds their salted digests. Tells whether there were any.
create function erase_texts(at bigint) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    named uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    found_any boolean;
begin
    perform set_config('cairn.erasing', coalesce(named::text, ''), true);
    delete from eventstore.snapshot s using eventstore.event e
    where e.tenant_id = named and e.position = at and s.tenant_id = named and s.stream_id = e.stream_id;
    delete from eventstore.event_text where tenant_id = named and position = at;
    found_any := found;
    perform set_config('cairn.erasing', '', true);
    return found_any;
end
$$;
revoke all on function erase_texts from public;
grant execute on function erase_texts to app;
