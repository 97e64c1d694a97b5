-- A key that was rotated: the one before holds until former_until. Whoever has either is the same actor.
alter table api_key
    add column former_hash bytea check (length(former_hash) = 32),
    add column former_until timestamptz,
    add column last_used_at timestamptz;
create index on api_key (tenant_id, former_hash) where former_hash is not null;
