-- Which targets of journeys are neither reached nor missed. Those of the unit as a whole have '' for a dimension.
create table target (
    tenant_id uuid not null,
    unit text collate "C" not null,
    model_key text collate "C" not null,
    period text not null,
    dimension text collate "C" not null,
    stage_ordinal integer not null,
    open boolean not null,
    primary key (tenant_id, unit, model_key, period, dimension)
);
create index on target (tenant_id) where open;
call guard_view('target');
