-- When a connection is lost while it commits, the appender looks whether its own events are there. It still never sees
-- what an event says.
grant select (event_id, position) on event to appender;

-- Appends that must happen once, recorded in their own transaction. Kept as long as somebody may ask again.
create table append_key (
    tenant_id uuid not null,
    key uuid not null,
    stream_type text not null,
    stream_id uuid not null,
    first_version bigint not null,
    last_version bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, key)
);
create index append_key_age on append_key (tenant_id, recorded_at);
alter table append_key enable row level security;
alter table append_key force row level security;
create policy tenant on append_key to app
    using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create policy appender on append_key for insert to appender with check (true);
create policy appender_keys on append_key for select to appender using (true);
grant select, delete on append_key to app;
grant select, insert on append_key to appender;
