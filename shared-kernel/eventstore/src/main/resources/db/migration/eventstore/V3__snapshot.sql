-- What is remembered of a stream up to a version, so that not all of its events need be read again. A row may be
-- missing, old or of a form nobody reads any more: the events tell the same, only slower. The revision is that of the
-- form, so that two releases can run side by side.
-- Words stand in "texts", as beside events: erasing a person's words deletes the tenant's rows here too.
create table snapshot (
    tenant_id uuid not null,
    stream_id uuid not null,
    revision text not null,
    version bigint not null check (version >= 0),
    state jsonb not null,
    texts jsonb,
    primary key (tenant_id, stream_id, revision)
);
alter table snapshot enable row level security;
alter table snapshot force row level security;

create policy tenant on snapshot for select to app
    using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
grant select on snapshot to app;

-- The appender sees how far a snapshot goes, but never what it says.
create policy appender on snapshot to appender using (true) with check (true);
grant insert, update (version, state, texts), select (tenant_id, stream_id, revision, version) on snapshot to appender;
