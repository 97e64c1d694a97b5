-- One row per event, as the view under measurement writes it.
create table answered (
    tenant_id uuid not null,
    position bigint not null,
    stream_id uuid not null,
    version bigint not null,
    name text not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, position)
);
call bench.guard_view('bench.answered');

-- The same for the plain loop it is compared with.
create table answered_plain (
    tenant_id uuid not null,
    position bigint not null,
    stream_id uuid not null,
    version bigint not null,
    name text not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, position)
);
call bench.guard_view('bench.answered_plain');
