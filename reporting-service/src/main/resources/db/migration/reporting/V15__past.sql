-- past-v1: what an assessment was, and what was said to its questions, as far as it was known at any time. A row says where
-- in the events the words stand; they are nowhere else, so that erasing them there is enough.

create table past_assessment (
    tenant_id        uuid        not null,
    model_key        text collate "C" not null,
    unit_code        text collate "C" not null,
    period_order     int         not null,
    from_position    bigint      not null,
    to_position      bigint,
    recorded_from    timestamptz not null,
    recorded_to      timestamptz not null default 'infinity',
    assessment_id    uuid        not null,
    model_version    text        not null,
    period           text        not null,
    status           text        not null,
    -- where its profile was put down, while it stands
    profile_position bigint,
    primary key (tenant_id, model_key, unit_code, period_order, from_position)
);
create index past_assessment_by_id on past_assessment (tenant_id, assessment_id, recorded_to, recorded_from);

create table answer_state (
    tenant_id     uuid        not null,
    assessment_id uuid        not null,
    question      text collate "C" not null,
    part          text collate "C" not null check (part in ('shared', 'vote', 'agreed', 'points', 'carried')),
    -- whose vote it is, empty when it is none
    respondent    text collate "C" not null,
    from_position bigint      not null,
    to_position   bigint,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity',
    primary key (tenant_id, assessment_id, question, part, respondent, from_position)
);
create index answer_state_known on answer_state (tenant_id, assessment_id, recorded_to, recorded_from);

call reporting.guard_view('reporting.past_assessment');
call reporting.guard_view('reporting.answer_state');
