-- What the assessment service's own users need at once. All of it follows from the events and can be rebuilt.
-- Keys sort byte by byte ("C"), so that pages have one order whatever the locale of the server.

create table unit (
    tenant_id uuid not null,
    code text collate "C" not null,
    name text not null,
    parent text collate "C",
    last_day date,
    primary key (tenant_id, code)
);
call guard_view('unit');

create table model_version (
    tenant_id uuid not null,
    key text collate "C" not null,
    version text collate "C" not null,
    title text not null,
    status text not null check (status in ('draft', 'published', 'retired')),
    primary key (tenant_id, key, version)
);
call guard_view('model_version');

-- period_end counts months from fiscal year 0 to the end of the period, period_months is its length: together they
-- are the order of periods.
create table assessment (
    tenant_id uuid not null,
    id uuid not null,
    unit text collate "C" not null,
    model_key text collate "C" not null,
    model_version text not null,
    period text not null,
    period_end integer not null,
    period_months integer not null,
    status text not null check (status in ('open', 'submitted', 'finalized', 'cancelled')),
    stage_ordinal integer,
    stage_key text,
    undetermined text,
    opened_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, unit, model_key, period_end, period_months)
);
create index on assessment (tenant_id, model_key, period_end, period_months);
call guard_view('assessment');

-- The stage of each period that has one by decision, and the proposal that waits for one.
create table journey_period (
    tenant_id uuid not null,
    unit text collate "C" not null,
    model_key text collate "C" not null,
    period_end integer not null,
    period_months integer not null,
    period text not null,
    model_version text not null,
    stage_ordinal integer,
    stage_key text,
    decided_at timestamptz,
    proposal uuid,
    proposed_ordinal integer,
    proposed_key text,
    primary key (tenant_id, unit, model_key, period_end, period_months)
);
call guard_view('journey_period');
