package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A view's tables once more, empty, as temporary tables of one connection, with a token and dead letters of their own;
 * the view fills them as it fills the live ones. They vanish with the connection, whatever ends it.
 */
final class Shadow implements AutoCloseable {
    private static final String SCHEMA = "pg_temp";
    private static final String PRIMARY_KEY = """
            select quote_ident(a.attname) from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            where i.indrelid = ?::regclass and i.indisprimary
            """;

    private final Projection live;
    private final Connection connection;
    private final Tokens tokens = new Tokens(SCHEMA);
    /** From live to shadow. */
    private final Map<String, String> tables;

    /** @throws IllegalArgumentException when a table has no primary key */
    Shadow(Projection live, View view, Connection connection) throws SQLException {
        this.live = live;
        this.connection = connection;
        this.tables = view.tables().stream().collect(Collectors.toMap(table -> table, Shadow::shadow));
        for (var table : view.tables()) create(table);
        for (var table : List.of("projection", "dead_letter")) create(live.schema() + "." + table);
        tokens.create(connection, List.of(live.name()));
    }

    private static String shadow(String table) {
        return SCHEMA + table.substring(table.indexOf('.'));
    }

    private void create(String table) throws SQLException {
        if (key(table).isEmpty()) throw new IllegalArgumentException(table + " has no primary key");
        execute("create temporary table " + table.substring(table.indexOf('.') + 1) + " (like " + table
                + " including all)");
    }

    /** Its way through all events, from the first on. */
    Stride stride(EventSource source, Transactor transactor) throws SQLException {
        var segment = tokens.all(connection, List.of(live.name())).getFirst();
        var shadow = live.in(SCHEMA, sql -> live.tables().replaced(sql, tables));
        return new Stride(segment, shadow.work(segment, source, transactor, Witness.NOBODY));
    }

    /** Temporary tables are never analyzed in the background, and badly planned until they are. */
    void analyze() throws SQLException {
        for (var table : tables.values()) execute("analyze " + table);
    }

    /**
     * Makes the live tables and dead letters like these, and touches no row that is like it already.
     *
     * @return how many rows of the tables were different
     */
    long writeDifference() throws SQLException {
        execute("set local work_mem = '128MB'");
        var different = 0L;
        for (var table : tables.entrySet()) different += writeDifference(table.getKey(), table.getValue());
        execute("delete from " + live.schema() + ".dead_letter where projection = '"
                + live.name().replace("'", "''") + "'");
        execute("insert into " + live.schema() + ".dead_letter select * from " + SCHEMA + ".dead_letter");
        return different;
    }

    private long writeDifference(String table, String shadow) throws SQLException {
        var key = key(table);
        var same = key.stream().map(column -> "l." + column + " = s." + column).collect(Collectors.joining(" and "));
        var either = key.stream()
                .map(column -> "coalesce(l." + column + ", s." + column + ") as " + column)
                .collect(Collectors.joining(", "));
        execute("create temporary table different on commit drop as select " + either + " from " + table
                + " l full join " + shadow + " s on " + same + " where row(l.*) is distinct from row(s.*)");
        execute("delete from " + table + " l using different s where " + same);
        execute("insert into " + table + " select l.* from " + shadow + " l join different s on " + same);
        var different = countDifferent();
        execute("drop table different");
        return different;
    }

    private long countDifferent() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from different")) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> key(String table) throws SQLException {
        try (var statement = connection.prepareStatement(PRIMARY_KEY)) {
            statement.setString(1, table);
            try (var row = statement.executeQuery()) {
                var columns = new ArrayList<String>();
                while (row.next()) columns.add(row.getString(1));
                return columns;
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        execute("discard temp");
    }
}
