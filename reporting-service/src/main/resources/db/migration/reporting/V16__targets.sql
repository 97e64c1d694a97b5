-- targets-v1: targets of journeys and how they went, and proposals that wait, each as known at any time

create table target_state (
    tenant_id      uuid        not null,
    model_key      text collate "C" not null,
    unit_code      text collate "C" not null,
    period_order   int         not null,
    -- empty for the unit as a whole
    dimension      text collate "C" not null,
    from_position  bigint      not null,
    to_position    bigint,
    recorded_from  timestamptz not null,
    recorded_to    timestamptz not null default 'infinity',
    period         text        not null,
    model_version  text        not null,
    stage_ordinal  int         not null,
    stage_key      text        not null,
    -- told that the period ended without it
    missed_at      timestamptz,
    reached_in     text,
    reached_at     timestamptz,
    primary key (tenant_id, model_key, unit_code, period_order, dimension, from_position)
);

create table waiting_proposal (
    tenant_id      uuid        not null,
    model_key      text collate "C" not null,
    unit_code      text collate "C" not null,
    period_order   int         not null,
    from_position  bigint      not null,
    to_position    bigint,
    recorded_from  timestamptz not null,
    recorded_to    timestamptz not null default 'infinity',
    proposal       uuid        not null,
    cause          text        not null,
    primary key (tenant_id, model_key, unit_code, period_order, from_position)
);

call reporting.guard_view('reporting.target_state');
call reporting.guard_view('reporting.waiting_proposal');
