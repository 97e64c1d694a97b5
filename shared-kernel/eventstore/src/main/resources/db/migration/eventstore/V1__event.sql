-- The position and time of the last event. One row; whoever appends holds the append lock while changing it.
create table head (
    one boolean primary key default true check (one),
    position bigint not null,
    recorded_at timestamptz not null
);
insert into head (position, recorded_at) values (0, '-infinity');
grant select on head to app, projector, appender;
grant update (position, recorded_at) on head to appender;

-- All events of all tenants in one order, without gaps. Nothing in it ever changes.
create table event (
    position bigint primary key,
    tenant_id uuid not null,
    stream_type text not null,
    stream_id uuid not null,
    version bigint not null check (version >= 0),
    event_id uuid not null,
    name text not null,
    revision integer not null,
    payload jsonb not null,
    metadata jsonb not null,
    recorded_at timestamptz not null,
    unique (tenant_id, stream_id, version)
);

-- The words behind the digests of an event's payload, with their salts: {"<sha256>": {"salt": …, "words": …}}.
-- Erasing a person's words deletes rows here and leaves the event as it is. No role can do so yet: erasure
-- comes with a role of its own that may delete from this table and do nothing else.
create table event_text (
    tenant_id uuid not null,
    position bigint not null,
    texts jsonb not null,
    primary key (tenant_id, position)
);

create function refuse_change() returns trigger
    language plpgsql as $$
begin
    raise insufficient_privilege using message = lower(tg_op) || ' of ' || tg_table_name || ' is refused: it is append-only';
end
$$;
create trigger append_only before update or delete or truncate on event
    for each statement execute function refuse_change();
create trigger append_only before update or truncate on event_text
    for each statement execute function refuse_change();

alter table event enable row level security;
alter table event force row level security;
alter table event_text enable row level security;
alter table event_text force row level security;

create policy tenant on event for select to app
    using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy tenant on event_text for select to app
    using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select on event, event_text to app;

create policy projector on event for select to projector using (true);
create policy projector on event_text for select to projector using (true);
grant select on event, event_text to projector;

-- The appender sees which versions are taken, but never what an event says.
create policy appender on event for insert to appender with check (true);
create policy appender_keys on event for select to appender using (true);
create policy appender on event_text for insert to appender with check (true);
grant insert on event, event_text to appender;
grant select (tenant_id, stream_id, version) on event to appender;
