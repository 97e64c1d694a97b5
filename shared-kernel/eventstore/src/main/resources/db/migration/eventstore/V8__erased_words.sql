-- Streams of which words were erased, and when last: whatever process remembers one of them forgets it and reads it anew.
-- A snapshot that was on its way then, or is made by a process that has not heard of it, could hold the words still; none
-- is kept of such a stream for a day, which is longer than anything is remembered.
create table erased_words (
    tenant_id uuid not null,
    stream_type text not null,
    stream_id uuid not null,
    erased_at timestamptz not null,
    primary key (tenant_id, stream_id)
);
create index erased_words_lately on erased_words (erased_at);
alter table erased_words enable row level security;
alter table erased_words force row level security;
create policy tenant on erased_words for select to app
    using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy appender on erased_words for select to appender using (true);
grant select on erased_words to app, appender;

create function keep_no_erased_words() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from eventstore.erased_words w
            where w.tenant_id = new.tenant_id and w.stream_id = new.stream_id and w.erased_at > now() - interval '1 day') then
        return null;
    end if;
    return new;
end
$$;
create trigger keep_no_erased_words before insert or update on snapshot
    for each row execute function keep_no_erased_words();

-- As before, and it says of which stream. Snapshots that are being written are waited for, so that they go as well.
create or replace function erase_texts(at bigint) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    named uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    found_any boolean;
begin
    perform set_config('cairn.erasing', coalesce(named::text, ''), true);
    lock table eventstore.snapshot in share row exclusive mode;
    insert into eventstore.erased_words (tenant_id, stream_type, stream_id, erased_at)
    select e.tenant_id, e.stream_type, e.stream_id, clock_timestamp() from eventstore.event e
    where e.tenant_id = named and e.position = erase_texts.at
    on conflict (tenant_id, stream_id) do update set erased_at = excluded.erased_at;
    delete from eventstore.snapshot s using eventstore.event e
    where e.tenant_id = named and e.position = erase_texts.at and s.tenant_id = named and s.stream_id = e.stream_id;
    delete from eventstore.event_text t where t.tenant_id = named and t.position = erase_texts.at;
    found_any := found;
    perform set_config('cairn.erasing', '', true);
    return found_any;
end
$$;
