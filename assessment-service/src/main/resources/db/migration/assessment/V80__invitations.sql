-- Who was asked to become a member. The name and the address are in platform.person, under invitation:<id>, until the person
-- is a member or the invitation is over. The token is nowhere: only its SHA-256, made when the mail is written.
create table invitation (
    tenant_id uuid not null,
    id uuid not null,
    roles text[] not null,
    token_hash bytea check (length(token_hash) = 32),
    by_actor text collate "C" not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended text check (ended in ('accepted', 'withdrawn', 'expired')),
    ended_at timestamptz,
    ended_by text collate "C",
    mail text not null check (mail in ('none', 'waiting', 'sent', 'dead')),
    attempts integer not null default 0,
    next_try timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash)
);
create index on invitation (tenant_id, created_at, id);
create index on invitation (tenant_id, next_try) where mail = 'waiting' and ended is null;
call assessment.guard_own('assessment.invitation');
