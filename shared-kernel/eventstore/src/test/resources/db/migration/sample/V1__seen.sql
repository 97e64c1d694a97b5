create table seen (
    tenant_id uuid not null,
    position bigint not null,
    name text not null,
    recorded_at timestamptz not null,
    nothing text,
    primary key (tenant_id, position)
);
call guard_view('seen');

create table last_name (
    tenant_id uuid not null,
    stream_id uuid not null,
    name text not null,
    version bigint not null,
    primary key (tenant_id, stream_id)
);
call guard_view('last_name');
