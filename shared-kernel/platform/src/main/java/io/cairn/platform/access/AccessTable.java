package io.cairn.platform.access;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code platform.access}: rows are added and, once old, forgotten; never changed. */
final class AccessTable {
    private final TenantDatabase database;

    AccessTable(TenantDatabase database) {
        this.database = database;
    }

    /** Not for a tenant that was erased: nothing of it is written anew. */
    void add(TenantId tenant, List<AccessEntry> entries) {
        database.write(tenant, db -> {
            for (var entry : entries)
                db.sql("""
                        insert into platform.access (tenant_id, kind, actor, address, detail, first_at, last_at, times)
                        select ?, ?, ?, ?, ?, ?, ?, ? where not exists (select from eventstore.erased where id = ?)
                        """)
                        .params(tenant.value(), entry.kind().name())
                        .param(entry.actor())
                        .params(
                                entry.address(),
                                entry.detail(),
                                Timestamp.from(entry.first()),
                                Timestamp.from(entry.last()))
                        .params(entry.times(), tenant.value())
                        .update();
            return entries.size();
        });
    }

    void forget(TenantId tenant, Instant before) {
        database.write(
                tenant,
                db -> db.sql("delete from platform.access where tenant_id = ? and last_at < ?")
                        .params(tenant.value(), Timestamp.from(before))
                        .update());
    }

    List<AccessEntry> behind(TenantId tenant, @Nullable Long number, @Nullable AccessKind kind, int atMost) {
        return database.read(
                tenant,
                db -> db.sql("""
                        select number, kind, actor, address, detail, first_at, last_at, times from platform.access
                        where tenant_id = ? and number < ? and (?::text is null or kind = ?)
                        order by number desc limit ?
                        """)
                        .params(tenant.value(), number == null ? Long.MAX_VALUE : number)
                        .param(kind == null ? null : kind.name())
                        .param(kind == null ? null : kind.name())
                        .param(atMost)
                        .query((row, n) -> entry(row))
                        .list());
    }

    private static AccessEntry entry(ResultSet row) throws SQLException {
        return new AccessEntry(
                row.getLong("number"),
                AccessKind.valueOf(row.getString("kind")),
                row.getString("actor"),
                row.getString("address"),
                row.getString("detail"),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                row.getInt("times"));
    }
}
