-- Where a tenant wants to be told by HTTP. The secret is nowhere: it is derived, and generation says which one holds.
create table webhook (
    tenant_id uuid not null,
    id uuid not null,
    url text not null,
    kinds text[] not null,
    generation integer not null,
    former_until timestamptz,
    created_by text not null,
    created_at timestamptz not null,
    failing_since timestamptz,
    disabled_at timestamptz,
    disabled_because text,
    primary key (tenant_id, id)
);
call assessment.guard_own('assessment.webhook');

-- What is sent, once a webhook and message. The body is kept: it is signed anew each time and must not differ.
create table webhook_delivery (
    tenant_id uuid not null,
    webhook uuid not null,
    message uuid not null,
    kind text not null,
    body text not null,
    state text not null check (state in ('waiting', 'sent', 'dead')),
    attempts integer not null default 0,
    next_try timestamptz not null,
    tried_at timestamptz,
    status integer,
    error text,
    created_at timestamptz not null,
    primary key (tenant_id, webhook, message),
    foreign key (tenant_id, webhook) references webhook (tenant_id, id) on delete cascade
);
create index on webhook_delivery (tenant_id, webhook, next_try) where state = 'waiting';
create index on webhook_delivery (tenant_id, webhook, created_at, message);
call assessment.guard_own('assessment.webhook_delivery');
