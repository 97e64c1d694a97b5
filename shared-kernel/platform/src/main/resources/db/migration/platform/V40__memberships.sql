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

-- Whose somebody is. One tenant each.
create table membership_of (
    login bytea primary key check (length(login) = 32),
    tenant_id uuid not null
);
create index on membership_of (tenant_id);
call platform.guard_own('platform.membership_of');
revoke update on membership_of from app;

-- Asked before it is known for which tenant a request speaks: one hash, one answer.
create policy lookup on membership_of for select to current_user using (true);
create function tenant_of(login bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select m.tenant_id from platform.membership_of m where m.login = tenant_of.login
$$;
revoke all on function tenant_of from public;
grant execute on function tenant_of to app;

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
