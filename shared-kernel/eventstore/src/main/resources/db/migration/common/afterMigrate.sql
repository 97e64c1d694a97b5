-- Erasing a closed tenant deletes its rows wherever there are any: the owner may, of that tenant alone, and only where
-- eventstore.erase_tenant set it. Tables that come later get the same by themselves.
do $$
declare
    kept record;
begin
    for kept in
        select c.oid::regclass as name from pg_class c
        where c.relnamespace = '${flyway:defaultSchema}'::regnamespace and c.relkind in ('r', 'p')
            and exists (select from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
            and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'erasure')
    loop
        execute format('create policy erasure on %s to %I using '
            || '(tenant_id = (select nullif(current_setting(''cairn.erasing'', true), '''')::uuid))', kept.name, current_user);
    end loop;
end
$$;

-- Who fills a view tells the planner how it grew.
do $$
declare
    guarded record;
begin
    for guarded in
        select c.oid::regclass as name from pg_policy p join pg_class c on c.oid = p.polrelid
        where c.relnamespace = '${flyway:defaultSchema}'::regnamespace and p.polname = 'projector' and p.polcmd = '*'
    loop
        execute format('grant maintain on %s to projector', guarded.name);
    end loop;
end
$$;
