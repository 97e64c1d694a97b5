-- Tenants nobody is let into any more.
create table closed_tenant (
    tenant_id uuid primary key,
    closed_at timestamptz not null
);
call platform.guard_own('platform.closed_tenant');
