-- Keys for machines. The key itself is nowhere: only its SHA-256, which 256 random bits make safe without salt.
create table api_key (
    tenant_id uuid not null,
    id uuid not null,
    name text not null,
    role text not null,
    hash bytea not null check (length(hash) = 32),
    created_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, hash)
);
call platform.guard_own('platform.api_key');

-- First answers to requests with an Idempotency-Key. Neither the key nor the answer can be read here: the key is
-- hashed, and the answer (which may hold a new API key) is encrypted under it. status null: still being handled.
create table idempotency (
    tenant_id uuid not null,
    actor text not null,
    key_hash bytea not null check (length(key_hash) = 32),
    attempt uuid not null,
    started_at timestamptz not null,
    fingerprint bytea,
    status integer,
    answer bytea,
    primary key (tenant_id, actor, key_hash)
);
create index idempotency_age on idempotency (tenant_id, started_at);
call platform.guard_own('platform.idempotency');

-- Secrets that all nodes share; made here once, so that nobody has to configure them. app may only read them.
create table secret (
    name text primary key,
    value bytea not null check (length(value) >= 32)
);
insert into secret (name, value)
values ('cursor', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
grant select on secret to app;
