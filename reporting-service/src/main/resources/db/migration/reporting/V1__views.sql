-- Views: written by the projector from events only, read by app as one tenant. Every one can be emptied and rebuilt.

-- known-v1: what every report has to know

create table tenant_settings (
    tenant_id         uuid primary key,
    name              text not null,
    fiscal_year_start text not null,
    cadence           text not null,
    transition_policy text not null
);

-- One row per fact about a unit, true as recorded from recorded_from (inclusive) to recorded_to (exclusive).
create table unit_fact (
    tenant_id     uuid        not null,
    code          text collate "C" not null,
    from_position bigint      not null,
    to_position   bigint,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    name          text        not null,
    parent        text collate "C",
    last_day      date,
    primary key (tenant_id, code, from_position)
);
create unique index unit_fact_now on unit_fact (tenant_id, code) where to_position is null;
create index unit_fact_children on unit_fact (tenant_id, parent, recorded_to);

create table assessment (
    tenant_id       uuid   not null,
    assessment_id   uuid   not null,
    unit_code       text collate "C" not null,
    model_key       text collate "C" not null,
    model_version   text   not null,
    period          text   not null,
    period_order    int    not null,
    status          text   not null,
    opened_position bigint not null,
    primary key (tenant_id, assessment_id)
);
create index assessment_of_unit on assessment (tenant_id, unit_code, model_key, period_order);

-- A tenant's own published versions; those that ship with the product are in its code.
create table model_version (
    tenant_id              uuid    not null,
    model_key              text collate "C" not null,
    model_version          text    not null,
    title                  text    not null,
    stages                 jsonb   not null,
    dimensions             jsonb   not null,
    may_be_below_first     boolean not null,
    retired                boolean not null default false,
    primary key (tenant_id, model_key, model_version)
);

-- stage-points-v1: where a unit stood in a period, and when that was known

create table transition_policy (
    tenant_id uuid primary key,
    policy    text not null
);

create table stage_point (
    tenant_id         uuid        not null,
    model_key         text collate "C" not null,
    unit_code         text collate "C" not null,
    period_order      int         not null,
    from_position     bigint      not null,
    to_position       bigint,
    recorded_from     timestamptz not null,
    recorded_to       timestamptz not null default 'infinity',
    period            text        not null,
    -- the stage that counts: decided, or assessed where the policy takes it at once; null when none does
    stage_ordinal     int,
    stage_key         text,
    model_version     text        not null,
    -- what the assessment found, as long as it stands
    assessment_id     uuid,
    result            text        not null check (result in ('none', 'standing', 'reopened', 'cancelled')),
    assessed_ordinal  int,
    assessed_key      text,
    undetermined      text,
    score             double precision,
    max_score         double precision,
    coverage          double precision,
    dimensions        jsonb,
    proposal_open     boolean     not null default false,
    -- what the journey decided last
    decision          text check (decision in ('transitioned', 'held', 'rejected')),
    decision_position bigint,
    decided_at        timestamptz,
    decided_by        text,
    proposal          uuid,
    moved_from_ordinal int,
    moved_from_key    text,
    direction         text,
    cause             text,
    skipped           jsonb,
    overridden        boolean,
    has_reason        boolean,
    primary key (tenant_id, model_key, unit_code, period_order, from_position)
);
create unique index stage_point_now
    on stage_point (tenant_id, model_key, unit_code, period_order) where to_position is null;
create index stage_point_of_period
    on stage_point (tenant_id, model_key, period_order, recorded_to, recorded_from);
create index stage_point_of_assessment
    on stage_point (tenant_id, assessment_id) where to_position is null;

-- answer-changes-v1: where to find each change; what was said stays in the event alone, so that erasing it there is enough

create table answer_change (
    tenant_id     uuid        not null,
    position      bigint      not null,
    assessment_id uuid        not null,
    question      text collate "C" not null,
    actor         text collate "C" not null,
    recorded_at   timestamptz not null,
    kind          text        not null,
    primary key (tenant_id, position)
);
create index answer_change_of_assessment on answer_change (tenant_id, assessment_id, question, position);
create index answer_change_of_question on answer_change (tenant_id, question, position);
create index answer_change_by_actor on answer_change (tenant_id, actor, position);
create index answer_change_at on answer_change (tenant_id, recorded_at);

call reporting.guard_view('reporting.tenant_settings');
call reporting.guard_view('reporting.unit_fact');
call reporting.guard_view('reporting.assessment');
call reporting.guard_view('reporting.model_version');
call reporting.guard_view('reporting.transition_policy');
call reporting.guard_view('reporting.stage_point');
call reporting.guard_view('reporting.answer_change');
