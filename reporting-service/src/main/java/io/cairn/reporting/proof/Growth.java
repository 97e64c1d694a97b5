package io.cairn.reporting.proof;

import io.cairn.proof.EventLine;
import io.cairn.proof.Frontier;
import io.cairn.proof.Hash;
import io.cairn.proof.Head;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a batch of events adds to the trees of their tenants. */
final class Growth {
    static final String EVENT =
            "position, tenant_id, stream_type, stream_id, version, event_id, name, revision, payload, metadata, recorded_at";
    private static final String READ =
            "select " + EVENT + " from eventstore.event where position > ? order by position limit ?";
    private static final String TREES =
            "select tenant_id, size, position, frontier, closed_at from reporting.tree where tenant_id = any (?)";
    private static final String HEADS = """
            select g.tenant, h.note from unnest(?::uuid[], ?::bigint[]) as g(tenant, size)
            join lateral (
                select note from reporting.checkpoint c
                where c.tenant_id = g.tenant and c.size > g.size
                order by c.size limit ?
            ) h on true
            """;
    private static final String LEAVES = """
            insert into reporting.tree_leaf (tenant_id, index, position, event_id, hash)
            select * from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::uuid[], ?::bytea[])
            """;
    private static final String NODES = """
            insert into reporting.tree_node (tenant_id, level, index, hash)
            select * from unnest(?::uuid[], ?::int[], ?::bigint[], ?::bytea[])
            """;
    private static final String GROWN = """
            insert into reporting.tree as t (tenant_id, size, position, frontier, head_size, unsigned_since, closed_at)
            select g.tenant, g.size, g.position, g.frontier, 0, ?, g.closed
            from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bytea[], ?::timestamptz[])
                as g(tenant, size, position, frontier, closed)
            on conflict (tenant_id) do update set size = excluded.size, position = excluded.position,
                frontier = excluded.frontier, closed_at = excluded.closed_at,
                unsigned_since = coalesce(t.unsigned_since, excluded.unsigned_since)
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Growth.class);

    private final Connection connection;
    private final Map<UUID, Growing> trees = new HashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    private Growth(Connection connection) {
        this.connection = connection;
    }

    private record Row(
            long position,
            UUID tenant,
            UUID event,
            Hash hash,
            @Nullable Instant closed) {}

    private record Leaf(UUID tenant, long index, Row row) {}

    private record Node(UUID tenant, int level, long index, Hash hash) {}

    private static final class Growing {
        private final Frontier frontier;
        private final Map<Long, Hash> told = new HashMap<>();
        private long position;
        private @Nullable Instant closed;

        Growing(Frontier frontier, @Nullable Instant closed) {
            this.frontier = frontier;
            this.closed = closed;
        }

        /** False the first time it has another root than the head of its size told. */
        boolean asTold() {
            var root = told.get(frontier.size());
            if (root == null || root.equals(frontier.root())) return true;
            told.clear(); // what comes behind it differs too
            return false;
        }
    }

    /** Of the events behind a position, at most so many; the position of the last of them, or the one given. */
    static long grow(Connection connection, long position, int most, Instant now) throws SQLException {
        var rows = read(connection, position, most);
        if (rows.isEmpty()) return position;
        var growth = new Growth(connection);
        growth.find(rows);
        growth.findHeads(rows.size());
        rows.forEach(growth::add);
        growth.write(now);
        return rows.getLast().position();
    }

    private static List<Row> read(Connection connection, long position, int most) throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            statement.setLong(1, position);
            statement.setInt(2, most);
            try (var row = statement.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (row.next()) rows.add(row(row));
                return rows;
            }
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        var recorded = row.getObject(11, OffsetDateTime.class).toInstant();
        var closes = "tenant".equals(row.getString(3)) && "TenantClosed".equals(row.getString(7));
        return new Row(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(6, UUID.class),
                EventLine.hash(line(row)),
                closes ? recorded : null);
    }

    /** Of a row with the columns of {@link #EVENT}. */
    static String line(ResultSet row) throws SQLException {
        return EventLine.of(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getLong(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getInt(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class).toInstant());
    }

    private void find(List<Row> rows) throws SQLException {
        var tenants = new LinkedHashSet<UUID>();
        for (var row : rows) tenants.add(row.tenant());
        try (var statement = connection.prepareStatement(TREES)) {
            statement.setArray(1, connection.createArrayOf("uuid", tenants.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var closed = row.getObject(5, OffsetDateTime.class);
                    trees.put(
                            row.getObject(1, UUID.class),
                            new Growing(
                                    Frontier.of(row.getLong(2), row.getBytes(4)),
                                    closed == null ? null : closed.toInstant()));
                }
            }
        }
        for (var tenant : tenants) trees.computeIfAbsent(tenant, it -> new Growing(Frontier.empty(), null));
    }

    /** Those of a tree that grows anew, by which it is held against what was told of it; else there are none. */
    private void findHeads(int most) throws SQLException {
        var growing = List.copyOf(trees.entrySet());
        try (var statement = connection.prepareStatement(HEADS)) {
            array(statement, 1, "uuid", growing.stream().map(Map.Entry::getKey).toArray());
            array(
                    statement,
                    2,
                    "bigint",
                    growing.stream().map(it -> it.getValue().frontier.size()).toArray());
            statement.setInt(3, most);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var head = Head.read(row.getString(2));
                    Objects.requireNonNull(trees.get(row.getObject(1, UUID.class)))
                            .told
                            .put(head.size(), head.root());
                }
            }
        }
    }

    private void add(Row row) {
        var tree = Objects.requireNonNull(trees.get(row.tenant()));
        leaves.add(new Leaf(row.tenant(), tree.frontier.size(), row));
        tree.frontier.append(row.hash(), (level, index, hash) -> {
            if (StoredTree.keeps(level)) nodes.add(new Node(row.tenant(), level, index, hash));
        });
        if (!tree.asTold()) LOG.error(Trees.ALTERED, row.tenant(), tree.frontier.size());
        tree.position = row.position();
        if (row.closed() != null) tree.closed = row.closed();
    }

    private void write(Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(LEAVES)) {
            array(statement, 1, "uuid", leaves.stream().map(Leaf::tenant).toArray());
            array(statement, 2, "bigint", leaves.stream().map(Leaf::index).toArray());
            array(
                    statement,
                    3,
                    "bigint",
                    leaves.stream().map(it -> it.row().position()).toArray());
            array(
                    statement,
                    4,
                    "uuid",
                    leaves.stream().map(it -> it.row().event()).toArray());
            array(
                    statement,
                    5,
                    "bytea",
                    leaves.stream().map(it -> it.row().hash().bytes()).toArray(byte[][]::new));
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement(NODES)) {
            array(statement, 1, "uuid", nodes.stream().map(Node::tenant).toArray());
            array(statement, 2, "int", nodes.stream().map(Node::level).toArray());
            array(statement, 3, "bigint", nodes.stream().map(Node::index).toArray());
            array(
                    statement,
                    4,
                    "bytea",
                    nodes.stream().map(it -> it.hash().bytes()).toArray(byte[][]::new));
            statement.executeUpdate();
        }
        var grown = List.copyOf(trees.entrySet());
        try (var statement = connection.prepareStatement(GROWN)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            array(statement, 2, "uuid", grown.stream().map(Map.Entry::getKey).toArray());
            array(
                    statement,
                    3,
                    "bigint",
                    grown.stream().map(it -> it.getValue().frontier.size()).toArray());
            array(
                    statement,
                    4,
                    "bigint",
                    grown.stream().map(it -> it.getValue().position).toArray());
            array(
                    statement,
                    5,
                    "bytea",
                    grown.stream().map(it -> it.getValue().frontier.bytes()).toArray(byte[][]::new));
            array(
                    statement,
                    6,
                    "timestamptz",
                    grown.stream()
                            .map(it -> it.getValue().closed)
                            .map(it -> it == null ? null : it.toString())
                            .toArray());
            statement.executeUpdate();
        }
    }

    private void array(java.sql.PreparedStatement statement, int index, String type, @Nullable Object[] values)
            throws SQLException {
        statement.setArray(index, connection.createArrayOf(type, values));
    }
}
