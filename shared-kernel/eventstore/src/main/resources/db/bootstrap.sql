-- The roles of Cairn, and who owns the database this runs in. Once per database, as a superuser; again does no harm.
--   psql -d cairn -v migrator_password=… -v app_password=… -v appender_password=… -v projector_password=… -f bootstrap.sql
do $$
declare
    name text;
begin
    foreach name in array array ['migrator', 'app', 'appender', 'projector'] loop
        begin
            execute format('create role %I', name);
        exception when duplicate_object or unique_violation then
            null; -- roles belong to the server, and another database of it may have them already
        end;
    end loop;
    execute format('alter database %I owner to migrator', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to app, appender, projector', current_database());
    -- a large append is staged in temporary tables, a view is rebuilt in them
    execute format('grant temporary on database %I to appender, projector', current_database());
    -- what a view loses when the server dies, its token loses too, so that the events come again
    execute format('alter role projector in database %I set synchronous_commit = off', current_database());
end
$$;

alter role migrator with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'migrator_password';
alter role app with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'app_password';
alter role appender with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'appender_password';
alter role projector with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'projector_password';

-- What the appender says is always the same few statements on arrays; making a plan for each array anew takes longer
-- than storing a short one.
alter role appender set plan_cache_mode = force_generic_plan;

revoke all on schema public from public;
