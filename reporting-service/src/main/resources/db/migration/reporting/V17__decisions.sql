-- decisions-v1: where to find each decision; what was said stays in the event alone

create table decision (
    tenant_id     uuid        not null,
    position      bigint      not null,
    stream_id     uuid        not null,
    kind          text        not null,
    unit_code     text collate "C",
    model_key     text collate "C",
    model_version text,
    period        text,
    assessment_id uuid,
    question      text collate "C",
    dimension     text collate "C",
    actor         text collate "C" not null,
    recorded_at   timestamptz not null,
    primary key (tenant_id, position)
);
create index decision_of_stream on decision (tenant_id, stream_id, position);
create index decision_of_unit on decision (tenant_id, unit_code, position);
create index decision_of_question on decision (tenant_id, question, position);
create index decision_of_kind on decision (tenant_id, kind, position);
create index decision_by_actor on decision (tenant_id, actor, position);
create index decision_at on decision (tenant_id, recorded_at);

call reporting.guard_view('reporting.decision');
