-- A row for each cycle.
create table cycle (
    tenant_id uuid not null,
    id uuid not null,
    model_key text collate "C" not null,
    model_version text not null,
    period text not null,
    period_end integer not null,
    period_months integer not null,
    first_day date not null,
    last_day date not null,
    under text collate "C",
    units text[] not null,
    closed boolean not null,
    primary key (tenant_id, id)
);
create index on cycle (tenant_id, period_end, period_months, model_key);
call guard_view('cycle');

-- How far each assessment is, whether or not a cycle opened it. finalized_at is the first time: a correction makes
-- nobody late.
create table cycle_assessment (
    tenant_id uuid not null,
    id uuid not null,
    unit text collate "C" not null,
    model_key text collate "C" not null,
    period_end integer not null,
    period_months integer not null,
    status text not null check (status in ('open', 'submitted', 'finalized', 'cancelled')),
    finalized_at timestamptz,
    primary key (tenant_id, id)
);
create index on cycle_assessment (tenant_id, model_key, period_end, period_months, unit);
call guard_view('cycle_assessment');
