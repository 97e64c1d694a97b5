package io.cairn.assessment.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.assessment.delivery.Lane;
import io.cairn.assessment.delivery.Waiting;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sent to webhooks, and what came of it. */
final class Deliveries {
    static final String CHANNEL = "webhook";

    private final TenantDatabase database;

    Deliveries(TenantDatabase database) {
        this.database = database;
    }

    enum State {
        WAITING,
        SENT,
        /** Given up; sent once more only when somebody asks for it. */
        DEAD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A delivery as the API shows it.
     *
     * @param message the same for all webhooks that are told the same; {@code webhook-id} is {@code msg_} and this
     * @param status of HTTP in the last answer, if there was one
     * @param error why the last try failed: {@code status}, {@code timeout}, {@code connection}, {@code tls},
     *     {@code host} (its name is not known, or leads to where no webhook may) or {@code disabled}
     * @param nextTry when it is waiting
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Delivery(
            UUID message,
            String kind,
            State state,
            int attempts,
            @Nullable Integer status,
            @Nullable String error,
            Instant createdAt,
            @Nullable Instant triedAt,
            @Nullable Instant nextTry) {}

    record Due(UUID message, String body, int attempts, Instant createdAt) {}

    static Lane lane(TenantId tenant, UUID webhook) {
        return new Lane(tenant, CHANNEL, webhook.toString());
    }

    /** In the transaction of whoever has something to say; saying it again does nothing. */
    static void add(
            JdbcClient jdbc, TenantId tenant, UUID webhook, UUID message, String kind, String body, Instant now) {
        var added = jdbc.sql("""
                        insert into assessment.webhook_delivery
                            (tenant_id, webhook, message, kind, body, state, next_try, created_at)
                        values (:tenant, :webhook, :message, :kind, :body, 'waiting', :now, :now)
                        on conflict (tenant_id, webhook, message) do nothing""")
                .param("tenant", tenant.value())
                .param("webhook", webhook)
                .param("message", message)
                .param("kind", kind)
                .param("body", body)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) lane(tenant, webhook).waits(jdbc, now, now);
    }

    /** The longest due first. */
    List<Due> due(TenantId tenant, UUID webhook, Instant now, int atMost) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("""
                        select message, body, attempts, created_at from assessment.webhook_delivery
                        where webhook = ? and state = 'waiting' and next_try <= ?
                        order by next_try, created_at, message limit ?""")
                        .params(webhook, now.atOffset(ZoneOffset.UTC), atMost)
                        .query((row, number) -> new Due(
                                row.getObject("message", UUID.class),
                                row.getString("body"),
                                row.getInt("attempts"),
                                row.getObject("created_at", OffsetDateTime.class)
                                        .toInstant()))
                        .list());
    }

    static Optional<Waiting> waiting(JdbcClient jdbc, UUID webhook) {
        return jdbc.sql("""
                        select min(next_try) as due, min(created_at) as since from assessment.webhook_delivery
                        where webhook = ? and state = 'waiting' having count(*) > 0""")
                .params(webhook)
                .query((row, number) -> new Waiting(
                        row.getObject("due", OffsetDateTime.class).toInstant(),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** In the order in which they came about, the latest first. @param before the {@link #key} before which to begin */
    List<Delivery> before(
            TenantId tenant, UUID webhook, @Nullable State state, @Nullable List<String> before, int atMost) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("""
                        select * from assessment.webhook_delivery
                        where webhook = :webhook and (:state = '' or state = :state)
                            and (:first or (created_at, message) < (cast(:at as timestamptz), cast(:message as uuid)))
                        order by created_at desc, message desc limit :atMost""")
                        .param("webhook", webhook)
                        .param("state", state == null ? "" : state.word())
                        .param("first", before == null)
                        .param("at", before == null ? "-infinity" : before.get(0))
                        .param("message", before == null ? new UUID(0, 0).toString() : before.get(1))
                        .param("atMost", atMost)
                        .query(Deliveries::delivery)
                        .list());
    }

    static List<String> key(Delivery delivery) {
        return List.of(delivery.createdAt().toString(), delivery.message().toString());
    }

    /** From the beginning, whatever came of it before. False when there is no such delivery. */
    boolean again(TenantId tenant, UUID webhook, UUID message, Instant now) {
        return database.write(tenant, jdbc -> {
            var due = now.atOffset(ZoneOffset.UTC);
            var changed = jdbc.sql("""
                            update assessment.webhook_delivery set state = 'waiting', attempts = 0, next_try = ?
                            where webhook = ? and message = ?""").params(due, webhook, message).update();
            if (changed == 1) lane(tenant, webhook).waits(jdbc, now, now);
            return changed == 1;
        });
    }

    /** Those that are done or dead. */
    void forget(TenantId tenant, UUID webhook, Instant before) {
        database.changeSoon(
                tenant,
                "delete from assessment.webhook_delivery where webhook = ? and state <> 'waiting' and created_at < ?",
                webhook,
                before.atOffset(ZoneOffset.UTC));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return new Delivery(
                row.getObject("message", UUID.class),
                row.getString("kind"),
                state,
                row.getInt("attempts"),
                row.getObject("status", Integer.class),
                row.getString("error"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Webhooks.instant(row, "tried_at"),
                state == State.WAITING ? Webhooks.instant(row, "next_try") : null);
    }
}
