-- plans-v1: what units are to reach, and what is to be done for it. Words of people stay in the events: plan_position says
-- where the title of an action is to be read.

create table planned_action (
    tenant_id     uuid        not null,
    action_id     uuid        not null,
    from_position bigint      not null,
    to_position   bigint,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    unit_code     text collate "C" not null,
    model_key     text collate "C" not null,
    due           text        not null,
    due_order     int         not null,
    plan_position bigint      not null,
    status        text        not null check (status in ('planned', 'started', 'completed', 'dropped')),
    primary key (tenant_id, action_id, from_position)
);
create unique index planned_action_now on planned_action (tenant_id, action_id) where to_position is null;
create index planned_action_of_unit on planned_action (tenant_id, model_key, unit_code, recorded_to);

-- One target of a unit, or of one of its dimensions (else an empty text), by the end of a period.
create table stage_target (
    tenant_id     uuid        not null,
    model_key     text collate "C" not null,
    unit_code     text collate "C" not null,
    dimension     text collate "C" not null,
    period_order  int         not null,
    from_position bigint      not null,
    to_position   bigint,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    period        text        not null,
    stage_ordinal int         not null,
    stage_key     text        not null,
    model_version text        not null,
    status        text        not null check (status in ('open', 'reached', 'missed', 'withdrawn')),
    primary key (tenant_id, model_key, unit_code, dimension, period_order, from_position)
);
create unique index stage_target_now
    on stage_target (tenant_id, model_key, unit_code, dimension, period_order) where to_position is null;

call reporting.guard_view('reporting.planned_action');
call reporting.guard_view('reporting.stage_target');
