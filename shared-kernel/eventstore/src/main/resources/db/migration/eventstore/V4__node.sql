-- The processes that keep views, and which ones. One is alive while it was seen lately and its session still stands: a
-- killed process is known to be gone at once, one that hangs after some seconds.
create table node (
    id uuid primary key,
    projections text[] not null,
    pid integer not null,
    backend_start timestamptz not null,
    seen_at timestamptz not null
);
grant select, insert, update, delete on node to projector;
