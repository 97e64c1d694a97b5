-- People of an identity provider whose tokens name no tenant: what they may do in the tenant that invited them. Only opaque
-- ids; names and addresses are in person. login is SHA-256 over issuer and subject.
create table membership (
    tenant_id uuid not null,
    actor text collate "C" not null,
    login bytea not null check (length(login) = 32),
    roles text[] not null,
    version bigint not null,
    since timestamptz not null,
    primary key (tenant_id, actor)
);
call platform.guard_own('platform.membership');

-- Whose somebody is, looked up before it is known for which tenant a request speaks, and therefore without one: it says nothing
-- but which id belongs to a hash. One tenant each.
create table membership_of (
    login bytea primary key check (length(login) = 32),
    tenant uuid not null
);
create index on membership_of (tenant);
grant select, insert, delete on membership_of to app;

-- Who gave or took which roles, and when. Nothing in it is ever changed.
create table membership_change (
    tenant_id uuid not null,
    number bigint generated always as identity,
    actor text collate "C" not null,
    by_actor text collate "C" not null,
    at timestamptz not null,
    roles_before text[] not null,
    roles_after text[] not null,
    primary key (tenant_id, number)
);
create index on membership_change (tenant_id, actor, number);
call platform.guard_own('platform.membership_change');
revoke update, delete on membership_change from app;
