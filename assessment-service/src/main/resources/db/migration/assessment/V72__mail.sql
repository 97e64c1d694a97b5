-- Mail to be sent: who and about what, never an address. That is looked up when it is sent, so that whoever was erased
-- meanwhile gets none.
create table mail (
    tenant_id uuid not null,
    notice uuid not null,
    actor text collate "C" not null,
    state text not null check (state in ('waiting', 'sent', 'dead', 'dropped')),
    attempts integer not null default 0,
    next_try timestamptz not null,
    tried_at timestamptz,
    error text,
    created_at timestamptz not null,
    primary key (tenant_id, notice, actor),
    foreign key (tenant_id, notice) references notice (tenant_id, id) on delete cascade
);
create index on mail (tenant_id, next_try) where state = 'waiting';
create index on mail (tenant_id, created_at, notice, actor);
call assessment.guard_own('assessment.mail');
