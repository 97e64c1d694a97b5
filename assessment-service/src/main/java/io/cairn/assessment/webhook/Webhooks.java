package io.cairn.assessment.webhook;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant's webhooks. */
final class Webhooks {
    private final TenantDatabase database;

    Webhooks(TenantDatabase database) {
        this.database = database;
    }

    /** False when the tenant has as many as it may. */
    boolean add(TenantId tenant, Webhook webhook, ActorId by, int most) {
        return database.write(tenant, jdbc -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('cairn.webhook'), hashtext(:tenant))")
                    .param("tenant", tenant.toString())
                    .query((row, count) -> count)
                    .single();
            return jdbc.sql("""
                                    insert into assessment.webhook (tenant_id, id, url, kinds, generation, created_by, created_at)
                                    select :tenant, :id, :url, string_to_array(:kinds, ' '), 0, :by, :at
                                    where (select count(*) from assessment.webhook) < :most""")
                            .param("tenant", tenant.value())
                            .param("id", webhook.id())
                            .param("url", webhook.url())
                            .param("kinds", String.join(" ", webhook.kinds()))
                            .param("by", by.value())
                            .param("at", webhook.createdAt().atOffset(ZoneOffset.UTC))
                            .param("most", most)
                            .update()
                    == 1;
        });
    }

    List<Webhook> all(TenantId tenant) {
        return database.read(tenant, Webhooks::all);
    }

    static List<Webhook> all(JdbcClient jdbc) {
        return jdbc.sql("select * from assessment.webhook order by created_at, id")
                .query(Webhooks::webhook)
                .list();
    }

    Optional<Webhook> find(TenantId tenant, UUID id) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("select * from assessment.webhook where id = ?")
                        .params(id)
                        .query(Webhooks::webhook)
                        .optional());
    }

    /** With all that waits for it. */
    boolean remove(TenantId tenant, UUID id) {
        return database.change(tenant, "delete from assessment.webhook where id = ?", id) == 1;
    }

    /** Gives it another secret. Empty when there is no such webhook. */
    Optional<Webhook> rotate(TenantId tenant, UUID id, Instant formerUntil) {
        return database.write(
                tenant,
                jdbc -> jdbc.sql("""
                        update assessment.webhook set generation = generation + 1, former_until = ?
                        where id = ? returning *""")
                        .params(formerUntil.atOffset(ZoneOffset.UTC), id)
                        .query(Webhooks::webhook)
                        .optional());
    }

    /** As if nothing had ever failed; what is dead stays so until it is sent again. */
    Optional<Webhook> enable(TenantId tenant, UUID id) {
        return database.write(
                tenant,
                jdbc -> jdbc.sql("""
                        update assessment.webhook set failing_since = null, disabled_at = null, disabled_because = null
                        where id = ? returning *""").params(id).query(Webhooks::webhook).optional());
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("url"),
                Set.of((String[]) row.getArray("kinds").getArray()),
                row.getInt("generation"),
                instant(row, "former_until"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "failing_since"),
                instant(row, "disabled_at"),
                row.getString("disabled_because"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
