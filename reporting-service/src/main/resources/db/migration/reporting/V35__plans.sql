-- plans-v1: what is to be done for the targets of units. Words of people stay in the events: plan_position says where the
-- title of an action is to be read.

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

call reporting.guard_view('reporting.planned_action');
