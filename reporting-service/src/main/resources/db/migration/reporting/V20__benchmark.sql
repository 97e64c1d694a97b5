-- benchmark-companies-v1: who lets its results count, and what it is compared by

create table benchmark_company (
    tenant_id         uuid primary key,
    joined            boolean not null,
    industry          text,
    size              text,
    region            text,
    fiscal_year_start text    not null
);
call reporting.guard_view('reporting.benchmark_company');

-- Releases: no view, for they are frozen. They are written once by the projector and belong to no tenant; nothing that
-- is rebuilt, corrected, erased or withdrawn later changes them.

create table benchmark_release (
    id            uuid primary key,
    model_key     text collate "C" not null,
    model_version text        not null,
    period        text        not null,
    period_order  int         not null,
    -- the days in which the period of a counted assessment ends
    first_day     date        not null,
    last_day      date        not null,
    released_at   timestamptz not null,
    unique (model_key, model_version, period)
);

-- A group that is not here has too few companies, or none.
create table benchmark_cell (
    release_id uuid not null references benchmark_release,
    group_key  text collate "C" not null,
    withheld   text,
    companies  int,
    scores     jsonb,
    stages     jsonb,
    primary key (release_id, group_key),
    check ((withheld is null) = (companies is not null and scores is not null and stages is not null))
);

grant select on benchmark_release, benchmark_cell to app;
grant select, insert on benchmark_release, benchmark_cell to projector;

-- What a company counted with, and where it stands in the groups it is in; its own to read.
create table benchmark_own (
    tenant_id   uuid  not null,
    release_id  uuid  not null references benchmark_release,
    scores      jsonb not null,
    stage       int,
    percentiles jsonb not null,
    primary key (tenant_id, release_id)
);
call reporting.guard_view('reporting.benchmark_own');

-- Who stood behind the releases, so that the next one can be compared with them: nobody but the projector reads it. Companies
-- have numbers of their own there; once a company's data are erased, its number means nothing any more.
create table benchmark_number (
    tenant_id uuid primary key,
    company   uuid not null unique default gen_random_uuid()
);
alter table benchmark_number enable row level security;
alter table benchmark_number force row level security;
create policy projector on benchmark_number to projector using (true) with check (true);
grant select, insert, delete on benchmark_number to projector;

create table benchmark_member (
    release_id uuid not null references benchmark_release,
    company    uuid not null,
    value      uuid not null,
    stage      int,
    industry   text,
    size       text,
    region     text,
    primary key (release_id, company)
);
grant select, insert on benchmark_member to projector;

create function refuse_benchmark_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'a benchmark release never changes';
end
$$;
create trigger frozen before update or delete or truncate on benchmark_release
    for each statement execute function refuse_benchmark_change();
create trigger frozen before update or delete or truncate on benchmark_cell
    for each statement execute function refuse_benchmark_change();
create trigger frozen before update or delete or truncate on benchmark_member
    for each statement execute function refuse_benchmark_change();
create trigger frozen before update or truncate on benchmark_own
    for each statement execute function refuse_benchmark_change();
