-- What is worth telling, once for each event or reminder that is: its id is the event's. No view: what people were told
-- is not told again when views are made anew.
create table notice (
    tenant_id uuid not null,
    id uuid not null,
    number bigint generated always as identity,
    kind text not null,
    about jsonb not null,
    by_actor text collate "C" not null,
    at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);
create index on notice (tenant_id, at);
call assessment.guard_own('assessment.notice');

-- Whom it is for: actor:… or role:…
create table notice_to (
    tenant_id uuid not null,
    number bigint not null,
    recipient text collate "C" not null,
    primary key (tenant_id, number, recipient),
    foreign key (tenant_id, number) references notice (tenant_id, number) on delete cascade
);
call assessment.guard_own('assessment.notice_to');

-- What somebody has read: all up to a number, and these behind it.
create table read_until (
    tenant_id uuid not null,
    actor text collate "C" not null,
    number bigint not null,
    primary key (tenant_id, actor)
);
call assessment.guard_own('assessment.read_until');

create table notice_read (
    tenant_id uuid not null,
    actor text collate "C" not null,
    number bigint not null,
    primary key (tenant_id, actor, number),
    foreign key (tenant_id, number) references notice (tenant_id, number) on delete cascade
);
call assessment.guard_own('assessment.notice_read');

-- Where something waits to be delivered: a tenant's mail, or one webhook. A node that holds a lane delivers from it, and no
-- other does until held_until. It says nothing of anybody but ids and times, and so is reached without a tenant.
create table lane (
    tenant uuid not null,
    channel text not null,
    address text not null,
    due_at timestamptz not null,
    since timestamptz not null,
    held_by uuid,
    held_until timestamptz,
    primary key (tenant, channel, address)
);
create index on lane (due_at);
grant select, insert, update, delete on lane to app;
