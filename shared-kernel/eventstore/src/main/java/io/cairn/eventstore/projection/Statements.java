package io.cairn.eventstore.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a view says of a batch of events, kept until it is written. A statement joins an earlier one with the same SQL
 * when none of those between them touches a table of theirs, or each says of itself that it is about something else, so that
 * many rows go in one round trip.
 */
final class Statements implements Rows {
    private final OwnTables tables;
    private final List<Group> groups = new ArrayList<>();

    Statements(OwnTables tables) {
        this.tables = tables;
    }

    /** The same SQL with the arguments of each time, and what each is about if they may be executed together. */
    private record Group(
            String sql, List<@Nullable Object[]> arguments, Set<Scope> scopes, Set<Scope> outers, Set<Object> about) {
        Group(String sql) {
            this(sql, new ArrayList<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        }

        void add(Scope scope) {
            if (scopes.add(scope)) for (var s = scope.outer(); s != null && outers.add(s); s = s.outer()) {}
        }

        boolean isApartFrom(@Nullable Scope scope) {
            if (scope == null || scopes.isEmpty() || outers.contains(scope)) return false;
            for (var s = scope; s != null; s = s.outer()) if (scopes.contains(s)) return false;
            return true;
        }
    }

    @Override
    public void execute(String sql, @Nullable Object... arguments) {
        group(sql, null, null).arguments().add(arguments);
    }

    @Override
    public void executeTogether(Scope scope, Object about, String sql, @Nullable Object... arguments) {
        var group = group(sql, scope, about);
        group.arguments().add(arguments);
        group.add(scope);
        group.about().add(about);
    }

    /** One with its arguments. */
    record Statement(String sql, @Nullable Object[] arguments) {}

    /** Executions, were none joined with others. */
    int size() {
        return groups.stream().mapToInt(group -> group.arguments().size()).sum();
    }

    /**
     * In one round trip, with another statement before them; one transaction if the connection is in none. To be used
     * for few, as each set of statements is a text of its own.
     *
     * @throws RowsFailed when any of them failed
     */
    void writeBehind(Statement first, Connection connection, UnaryOperator<String> translation) {
        var sql = new StringJoiner(";\n").add(first.sql());
        var all = new ArrayList<@Nullable Object>(Arrays.asList(first.arguments()));
        for (var group : groups)
            for (var each : group.arguments()) {
                sql.add(translation.apply(group.sql()));
                all.addAll(Arrays.asList(each));
            }
        try (var statement = connection.prepareStatement(sql.toString())) {
            for (var i = 0; i < all.size(); i++) bind(statement, i + 1, all.get(i));
            statement.execute();
        } catch (SQLException e) {
            throw new RowsFailed(sql.toString(), e);
        }
    }

    /** The first that it may join: two of one scope stand behind each other, and so do the second ones of all scopes. */
    private Group group(String sql, @Nullable Scope scope, @Nullable Object about) {
        Group found = null;
        for (var group : groups.reversed()) {
            if (group.sql().equals(sql) && (about == null || !group.about().contains(about))) found = group;
            if (!tables.apart(group.sql(), sql) && !group.isApartFrom(scope)) break;
        }
        if (found != null) return found;
        var next = new Group(sql);
        groups.add(next);
        return next;
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** @param translation from the SQL of the view to the SQL that is executed */
    void write(Connection connection, UnaryOperator<String> translation) {
        for (var group : groups) {
            var sql = translation.apply(group.sql());
            try {
                write(connection, sql, group);
            } catch (SQLException e) {
                throw new RowsFailed(sql, e);
            }
        }
    }

    private static void write(Connection connection, String sql, Group group) throws SQLException {
        var arguments = group.arguments();
        if (arguments.size() > 1) {
            var together = group.about().isEmpty() ? ManyRows.ofInsert(connection, sql) : ManyRows.ofEvents(sql);
            if (together.isPresent() && together.get().write(connection, arguments)) return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var each : arguments) {
                for (var i = 0; i < each.length; i++) bind(statement, i + 1, each[i]);
                if (arguments.size() > 1) statement.addBatch();
            }
            if (arguments.size() > 1) statement.executeBatch();
            else statement.execute();
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object argument) throws SQLException {
        switch (argument) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            default -> statement.setObject(index, argument);
        }
    }
}
