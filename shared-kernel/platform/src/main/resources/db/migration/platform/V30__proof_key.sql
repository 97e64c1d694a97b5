-- What heads of tenants' trees are signed with where no key is configured: good for trying out only, since whoever may
-- write the database may read it here.
insert into secret (name, value)
values ('proof', decode(left(replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 64), 'hex'));
