-- The security log: who came in, who was turned away and why. Rows are added and never changed, and none younger than 30
-- days is deleted, whatever a service is set to. What belongs to no tenant stands under the tenant 0, which is nobody's.
create table access (
    tenant_id uuid not null,
    number bigint generated always as identity,
    kind text not null,
    actor text collate "C",
    address text collate "C" not null,
    detail text not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    times integer not null check (times > 0),
    primary key (tenant_id, number)
);
create index access_age on access (tenant_id, last_at);
call platform.guard_own('platform.access');
revoke update on access from app;
create policy kept on access as restrictive for delete to app using (last_at < now() - interval '30 days');
