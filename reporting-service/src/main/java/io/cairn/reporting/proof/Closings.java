package io.cairn.reporting.proof;

import io.cairn.eventstore.Transactions;
import io.cairn.proof.Json;
import io.cairn.proof.SigningKey;
import io.cairn.proof.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The end of closed tenants: when the grace is over all their rows go, in one transaction with a certificate of it. What
 * may be deleted is decided by the database ({@code eventstore.erase_tenant}), not here.
 */
final class Closings {
    /** What is signed before the statement. */
    static final String KIND = "cairn/erasure/1";

    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);
    private static final String DUE = """
            select t.tenant_id from reporting.tree t, eventstore.erasure_rule r
            where t.closed_at is not null and t.closed_at + r.grace <= now() order by t.closed_at limit 100
            """;
    private static final String BEHIND =
            "select exists (select from eventstore.event where position > ? and tenant_id = ?)";
    private static final String KEEP = """
            insert into reporting.erasure_certificate (erased, at, certificate) values (?, ?, ?)
            """;

    private final DataSource projector;
    private final SigningKey key;
    private final Trees trees;
    private final Clock clock;

    Closings(DataSource projector, SigningKey key, Trees trees, Clock clock) {
        this.projector = projector;
        this.key = key;
        this.trees = trees;
        this.clock = clock;
    }

    /** One that cannot be erased now holds up no other; it is tried again the next time. */
    void eraseThoseDue() {
        for (var tenant : due()) {
            try {
                if (erase(tenant)) LOG.info("tenant {} was closed and is erased", tenant);
            } catch (DataAccessException e) {
                LOG.info("tenant {} cannot be erased yet: {}", tenant, e.getMessage());
            }
        }
    }

    private List<UUID> due() {
        return Transactions.run(projector, connection -> {
            try (var statement = connection.prepareStatement(DUE);
                    var row = statement.executeQuery()) {
                var due = new ArrayList<UUID>();
                while (row.next()) due.add(row.getObject(1, UUID.class));
                return due;
            }
        });
    }

    /** False when its tree lacks events still. */
    boolean erase(UUID tenant) {
        trees.publishKey();
        return Transactions.run(projector, connection -> {
            // what the certificate says must outlive the server as surely as what it is about is gone
            try (var durably = connection.createStatement()) {
                durably.execute("set local synchronous_commit = on");
            }
            if (behind(connection, trees.lock(connection, false), tenant)) return false;
            var head = trees.complete(connection, tenant);
            if (head == null) return false;
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var statement = new TreeMap<String, @Nullable Object>();
            statement.put("tenant", tenant.toString());
            statement.put("erasedAt", at.toString());
            statement.put("treeSize", head.size());
            statement.put("treeRoot", head.root().base64());
            statement.put("head", head.note());
            statement.put("deleted", Json.read(deleted(connection, tenant)));
            var certificate = Statement.sign(key, KIND, statement).json();
            try (var keep = connection.prepareStatement(KEEP)) {
                keep.setObject(1, tenant);
                keep.setObject(2, at.atOffset(ZoneOffset.UTC));
                keep.setString(3, certificate);
                keep.executeUpdate();
            }
            return true;
        });
    }

    private static boolean behind(Connection connection, long position, UUID tenant) throws SQLException {
        try (var statement = connection.prepareStatement(BEHIND)) {
            statement.setLong(1, position);
            statement.setObject(2, tenant);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** How many rows of which table, as a JSON object. */
    private static String deleted(Connection connection, UUID tenant) throws SQLException {
        try (var statement = connection.prepareStatement("select eventstore.erase_tenant(?)")) {
            statement.setObject(1, tenant);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
