package io.cairn.reporting.proof;

import io.cairn.language.TenantId;
import io.cairn.proof.Hash;
import io.cairn.proof.Head;
import io.cairn.proof.Proofs;
import io.cairn.proof.PublicKey;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was told of a tenant's tree, and proofs for it. */
@Component
class Checkpoints {
    /** A key that heads were signed with. */
    record Published(PublicKey key, OffsetDateTime since) {}

    /** Where an event is in the tree. */
    record Leaf(long index, long position, Hash hash) {}

    /** Behind a size, in the order of sizes. */
    List<Head> after(JdbcClient jdbc, TenantId tenant, long size, int limit) {
        return jdbc.sql("""
                        select note from reporting.checkpoint where tenant_id = :tenant and size > :size
                        order by size limit :limit
                        """)
                .param("tenant", tenant.value())
                .param("size", size)
                .param("limit", limit)
                .query((row, number) -> Head.read(row.getString(1)))
                .list();
    }

    Optional<Head> ofSize(JdbcClient jdbc, TenantId tenant, long size) {
        return after(jdbc, tenant, size - 1, 1).stream()
                .filter(head -> head.size() == size)
                .findFirst();
    }

    Optional<Head> newest(JdbcClient jdbc, TenantId tenant) {
        return jdbc.sql("select note from reporting.checkpoint where tenant_id = :tenant order by size desc limit 1")
                .param("tenant", tenant.value())
                .query((row, number) -> Head.read(row.getString(1)))
                .optional();
    }

    /** Null when the event is in no tree. */
    @Nullable
    Leaf leaf(JdbcClient jdbc, TenantId tenant, UUID event) {
        return jdbc
                .sql("""
                        select index, position, hash from reporting.tree_leaf
                        where tenant_id = :tenant and event_id = :event order by index limit 1
                        """)
                .param("tenant", tenant.value())
                .param("event", event)
                .query((row, number) -> new Leaf(row.getLong(1), row.getLong(2), Hash.read(row.getBytes(3))))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /**
     * Of an event of the tenant, be it in no tree yet. Those the trees have come to are found by their leaves, since the
     * store has no index of ids; the few behind them one by one.
     */
    Optional<Long> position(JdbcClient jdbc, TenantId tenant, UUID event) {
        long grown = jdbc.sql("select position from reporting.tree_progress")
                .query(Long.class)
                .single();
        return jdbc
                .sql("""
                        select e.position from reporting.tree_leaf l
                        join eventstore.event e
                            on e.position = l.position and e.tenant_id = l.tenant_id and e.event_id = l.event_id
                        where l.tenant_id = :tenant and l.event_id = :event
                        union all
                        select position from eventstore.event
                        where tenant_id = :tenant and event_id = :event and position > :grown
                        """)
                .param("tenant", tenant.value())
                .param("event", event)
                .param("grown", grown)
                .query(Long.class)
                .list()
                .stream()
                .findFirst();
    }

    /** Of how many leaves the tree is now: fewer than its newest head says while it grows anew. */
    long size(JdbcClient jdbc, TenantId tenant) {
        return jdbc.sql("select size from reporting.tree where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    List<Hash> inclusion(JdbcClient jdbc, TenantId tenant, long leaf, long size) {
        return new StoredTree(jdbc, tenant).prove(nodes -> Proofs.inclusion(leaf, size, nodes));
    }

    List<Hash> consistency(JdbcClient jdbc, TenantId tenant, long from, long to) {
        return new StoredTree(jdbc, tenant).prove(nodes -> Proofs.consistency(from, to, nodes));
    }

    /** All there ever were, oldest first. */
    List<Published> keys(JdbcClient jdbc) {
        return jdbc.sql("select public_key, since from reporting.proof_key order by since, id")
                .query((row, number) ->
                        new Published(PublicKey.read(row.getString(1)), row.getObject(2, OffsetDateTime.class)))
                .list();
    }

    /** The event as its leaf says it, as it is stored now. */
    Optional<String> line(JdbcClient jdbc, TenantId tenant, long position) {
        return jdbc.sql("select " + Growth.EVENT + " from eventstore.event"
                        + " where tenant_id = :tenant and position = :position")
                .param("tenant", tenant.value())
                .param("position", position)
                .query((row, number) -> Growth.line(row))
                .optional();
    }
}
