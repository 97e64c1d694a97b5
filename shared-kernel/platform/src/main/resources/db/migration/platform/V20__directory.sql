-- Who the actors are: the only place that knows names and addresses, so that erasing a person is deleting here. Events
-- hold opaque ids. roles are those whose e-mail reaches the person; they allow nothing.
create table person (
    tenant_id uuid not null,
    actor text collate "C" not null,
    name text not null,
    email text,
    language text not null check (language in ('en', 'fr', 'nl')),
    roles text[] not null,
    version bigint not null,
    changed_at timestamptz not null,
    primary key (tenant_id, actor)
);
call platform.guard_own('platform.person');

-- Of which kinds of notices somebody wants to hear, and how; without a row, in every way there is.
create table preference (
    tenant_id uuid not null,
    actor text collate "C" not null,
    kind text not null,
    feed boolean not null,
    email boolean not null,
    primary key (tenant_id, actor, kind)
);
call platform.guard_own('platform.preference');

-- What the secrets of webhooks are derived from; app may only read it.
insert into secret (name, value)
values ('webhook', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
