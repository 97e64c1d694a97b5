-- What recurs, and when it is due next: the table of db-scheduler, one row for each thing that recurs. A node that takes
-- one sets picked, and no other takes it; a heartbeat tells whether that node is alive. It holds no one's data, only
-- names of tasks and ids of tenants, and so no row-level security: whoever executes a task sets its tenant.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index on scheduled_tasks (execution_time);
create index on scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on scheduled_tasks to app;

-- Reminders that are due, each once: what e-mail and the like are sent from, in the order of their numbers.
create table reminder (
    tenant_id uuid not null,
    number bigint generated always as identity,
    cycle uuid not null,
    assessment uuid not null,
    unit text collate "C" not null,
    model_key text not null,
    model_version text not null,
    period text not null,
    last_day date not null,
    days_before integer not null,
    days_left integer not null,
    noted_at timestamptz not null,
    primary key (tenant_id, assessment, days_before),
    unique (tenant_id, number)
);
call platform.guard_own('platform.reminder');
