package io.cairn.reporting.proof;

import io.cairn.eventstore.Transactions;
import io.cairn.language.TenantId;
import io.cairn.proof.Frontier;
import io.cairn.proof.Head;
import io.cairn.proof.SigningKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Lets the trees grow and signs their heads, through the role {@code projector}; on one node at a time, whichever holds
 * the row {@code tree_progress}. It is no view: a view sets aside what it cannot read, and a tree has a leaf for
 * every event, readable or not.
 */
final class Trees {
    static final String ALTERED = "the events of tenant {} are not those that its head of size {} covers";

    private static final Logger LOG = LoggerFactory.getLogger(Trees.class);
    private static final int BATCH = 2_000;
    private static final int HEADS = 500;
    private static final String LOCK = "select position from reporting.tree_progress for update";
    private static final String MOVE = "update reporting.tree_progress set position = ?";
    private static final String UNSIGNED = """
            select tenant_id, size, position, frontier, head_size from reporting.tree
            where unsigned_since is not null and (unsigned_since <= ? or size - head_size >= ?) limit ?
            """;
    private static final String LAST =
            "select note from reporting.checkpoint where tenant_id = ? order by size desc limit 1";
    private static final String TELL = "insert into reporting.checkpoint (tenant_id, size, note) values (?, ?, ?)";
    private static final String TOLD =
            "update reporting.tree set head_size = ?, unsigned_since = null where tenant_id = ?";
    private static final String PUBLISH = """
            insert into reporting.proof_key (id, public_key, since) values (?, ?, ?) on conflict do nothing
            """;

    private final DataSource projector;
    private final SigningKey key;
    private final ProofProperties settings;
    private final Clock clock;
    private volatile boolean published;

    Trees(DataSource projector, SigningKey key, ProofProperties settings, Clock clock) {
        this.projector = projector;
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    /** Before anything is signed with it. */
    void publishKey() {
        if (published) return;
        Transactions.run(projector, connection -> {
            try (var statement = connection.prepareStatement(PUBLISH)) {
                statement.setString(1, key.published().id());
                statement.setString(2, key.published().text());
                statement.setObject(3, now().atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
        published = true;
    }

    /** Takes the next events; whether there may be more. Another node that is at it is not waited for. */
    boolean grow() {
        return Transactions.run(projector, connection -> {
            var position = lock(connection, true);
            if (position < 0) return false;
            var reached = Growth.grow(connection, position, BATCH, now());
            if (reached == position) return false;
            try (var statement = connection.prepareStatement(MOVE)) {
                statement.setLong(1, reached);
                statement.executeUpdate();
            }
            signDue(connection);
            return true;
        });
    }

    /** Signs heads that are due; whether there may be more. */
    boolean sign() {
        return Transactions.run(projector, connection -> lock(connection, true) >= 0 && signDue(connection));
    }

    private boolean signDue(Connection connection) throws SQLException {
        var due = new ArrayList<Unsigned>();
        try (var statement = connection.prepareStatement(UNSIGNED)) {
            statement.setObject(1, now().minus(settings.every()).atOffset(ZoneOffset.UTC));
            statement.setLong(2, settings.everyEvents());
            statement.setInt(3, HEADS);
            try (var row = statement.executeQuery()) {
                while (row.next())
                    due.add(new Unsigned(
                            row.getObject(1, UUID.class),
                            row.getLong(3),
                            Frontier.of(row.getLong(2), row.getBytes(4)),
                            row.getLong(5)));
            }
        }
        for (var tree : due) sign(connection, tree);
        return due.size() == HEADS;
    }

    /** @param headSize that of the newest head only where the tree is known to begin with what that one tells of */
    private record Unsigned(UUID tenant, long position, Frontier frontier, long headSize) {}

    /** The newest head; the one before when the tree is not the one it tells of, for nothing is signed over that. */
    private Head sign(Connection connection, Unsigned tree) throws SQLException {
        publishKey();
        var size = tree.frontier().size();
        var before = last(connection, tree.tenant());
        if (before != null && before.size() >= size) {
            // a tree that grows again; what was told of it is not told once more
            var differs = before.size() == size
                    && !before.root().equals(tree.frontier().root());
            told(connection, tree.tenant(), differs ? 0 : size);
            return before;
        }
        if (before != null && before.size() != tree.headSize() && !isOf(connection, before)) {
            LOG.error(ALTERED + "; none is signed over them", tree.tenant(), before.size());
            told(connection, tree.tenant(), size);
            return before;
        }
        var head = Head.sign(key, tree.tenant(), size, tree.frontier().root(), tree.position(), now(), before);
        try (var statement = connection.prepareStatement(TELL)) {
            statement.setObject(1, tree.tenant());
            statement.setLong(2, size);
            statement.setString(3, head.note());
            statement.executeUpdate();
        }
        told(connection, tree.tenant(), size);
        return head;
    }

    /** Whether the stored tree, which is larger, begins with the one that the head tells of. */
    private static boolean isOf(Connection connection, Head head) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return new StoredTree(jdbc, new TenantId(head.tenant()))
                .root(head.size())
                .equals(head.root());
    }

    private static void told(Connection connection, UUID tenant, long size) throws SQLException {
        try (var statement = connection.prepareStatement(TOLD)) {
            statement.setLong(1, size);
            statement.setObject(2, tenant);
            statement.executeUpdate();
        }
    }

    /** Forgets all trees, so that they grow anew from the events. Heads stay, and are held against what grows. */
    void rebuild() {
        Transactions.run(projector, connection -> {
            lock(connection, false);
            try (var statement = connection.createStatement()) {
                for (var table : List.of("tree", "tree_leaf", "tree_node"))
                    statement.executeUpdate("delete from reporting." + table);
                return statement.executeUpdate("update reporting.tree_progress set position = 0");
            }
        });
    }

    /** The position of the last event that is in a tree; whoever has the lock lets trees grow. -1: somebody else has it. */
    long lock(Connection connection, boolean skip) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK + (skip ? " skip locked" : ""));
                var row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    /** The newest head, signed now if there is none of this size yet; under the lock. Null when there is no event. */
    @Nullable
    Head complete(Connection connection, UUID tenant) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select size, position, frontier, head_size from reporting.tree where tenant_id = ?")) {
            statement.setObject(1, tenant);
            try (var row = statement.executeQuery()) {
                if (!row.next()) return null;
                if (row.getLong(1) == row.getLong(4)) return last(connection, tenant);
                return sign(
                        connection,
                        new Unsigned(
                                tenant, row.getLong(2), Frontier.of(row.getLong(1), row.getBytes(3)), row.getLong(4)));
            }
        }
    }

    private static @Nullable Head last(Connection connection, UUID tenant) throws SQLException {
        try (var statement = connection.prepareStatement(LAST)) {
            statement.setObject(1, tenant);
            try (var row = statement.executeQuery()) {
                return row.next() ? Head.read(row.getString(1)) : null;
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
