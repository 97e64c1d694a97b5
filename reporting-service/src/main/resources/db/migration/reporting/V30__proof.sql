-- Each tenant's Merkle tree over its events, in their order (RFC 9162). Stored are the leaves and of the nodes above them
-- those of every fourth level, which are a fifteenth of the leaves; the levels between follow from at most eight of these.

-- How far the trees are: the position of the last event that is in one. Whoever lets trees grow locks the row.
create table tree_progress (
    one boolean primary key default true check (one),
    position bigint not null
);
insert into tree_progress (position) values (0);
grant select on tree_progress to app;
grant select, update on tree_progress to projector;

-- frontier: the roots of the largest complete subtrees, from which the tree grows on. unsigned_since: when the first leaf
-- came that no head covers yet. closed_at: when the tenant was closed, as its events say.
create table tree (
    tenant_id uuid primary key,
    size bigint not null,
    position bigint not null,
    frontier bytea not null,
    head_size bigint not null,
    unsigned_since timestamptz,
    closed_at timestamptz
);
create index tree_unsigned on tree (unsigned_since) where unsigned_since is not null;
create index tree_closed on tree (closed_at) where closed_at is not null;
call reporting.guard_view('reporting.tree');

create table tree_leaf (
    tenant_id uuid not null,
    index bigint not null,
    position bigint not null,
    event_id uuid not null,
    hash bytea not null,
    primary key (tenant_id, index)
);
create index tree_leaf_event on tree_leaf (tenant_id, event_id);
call reporting.guard_view('reporting.tree_leaf');

create table tree_node (
    tenant_id uuid not null,
    level integer not null,
    index bigint not null,
    hash bytea not null,
    primary key (tenant_id, level, index)
);
call reporting.guard_view('reporting.tree_node');

-- Signed tree heads: what was told once is never told otherwise.
create table checkpoint (
    tenant_id uuid not null,
    size bigint not null,
    note text not null,
    primary key (tenant_id, size)
);
call reporting.guard_view('reporting.checkpoint');
revoke update, delete on checkpoint from projector;
create trigger append_only before update or delete or truncate on checkpoint
    for each statement execute function eventstore.refuse_change();

-- Every key that heads were ever signed with. A key is never taken out: old heads are checked with it.
create table proof_key (
    id text primary key,
    public_key text not null unique,
    since timestamptz not null
);
grant select on proof_key to app;
grant select, insert on proof_key to projector;
create trigger append_only before update or delete or truncate on proof_key
    for each statement execute function eventstore.refuse_change('always');

-- What is left of a tenant whose data is gone. The statement says who, when, how many rows of which tables, and the last
-- root of its tree; it is signed.
create table erasure_certificate (
    erased uuid primary key,
    at timestamptz not null,
    certificate text not null
);
grant select on erasure_certificate to app;
grant select, insert on erasure_certificate to projector;
create trigger append_only before update or delete or truncate on erasure_certificate
    for each statement execute function eventstore.refuse_change('always');
