package io.cairn.platform.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Row-level security protects nobody from a role it does not bind: a service does not start with one that is
 * superuser, may bypass row-level security, or owns (itself or through a role it is in) what it should only use.
 */
final class RoleCheck {
    private static final String SUSPICIONS = """
            select 'it is a superuser' from pg_roles where rolname = current_user and rolsuper
            union all
            select 'it may bypass row-level security' from pg_roles where rolname = current_user and rolbypassrls
            union all
            select 'it owns the schema ' || nspname from pg_namespace
            where nspname = any (?) and pg_has_role(current_user, nspowner, 'MEMBER')
            union all
            select 'it owns tables in the schema ' || nspname from pg_namespace
            where nspname = any (?) and exists (select from pg_class
                where relnamespace = pg_namespace.oid and pg_has_role(current_user, relowner, 'MEMBER'))
            union all
            select 'it owns the database' from pg_database
            where datname = current_database() and pg_has_role(current_user, datdba, 'MEMBER')
            """;

    private RoleCheck() {}

    /** @throws IllegalStateException telling everything that is wrong with the role */
    static void refusePowerful(String setting, DataSource dataSource, List<String> schemas) {
        var found = new ArrayList<String>();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SUSPICIONS)) {
            var names = connection.createArrayOf("text", schemas.toArray());
            statement.setArray(1, names);
            statement.setArray(2, names);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot reach the database as " + setting + ": " + e.getMessage(), e);
        }
        if (!found.isEmpty())
            throw new IllegalStateException("the role of " + setting + " is too powerful: " + String.join(", ", found));
    }
}
