package io.cairn.assessment.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.assessment.delivery.Lane;
import io.cairn.assessment.delivery.Waiting;
import io.cairn.assessment.notice.About;
import io.cairn.assessment.notice.Notice;
import io.cairn.assessment.notice.NoticeKind;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ActorId;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Mail to be sent, and what came of it. Who it goes to is known by id only. */
final class Mails {
    static final String CHANNEL = "mail";

    /** All the mail of a tenant waits in one lane. */
    private static final String ADDRESS = "all";

    private static final String SEPARATOR = "\u001f";

    private final TenantDatabase database;
    private final JsonMapper json;

    Mails(TenantDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    enum State {
        WAITING,
        SENT,
        /** Given up; sent once more only when somebody asks for it. */
        DEAD,
        /** The directory knew no address when it was to be sent. */
        DROPPED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Due(UUID notice, ActorId actor, NoticeKind kind, About about, int attempts, Instant createdAt) {}

    /** A mail as the API shows it. @param error {@code smtp-550} and the like, {@code connection} or {@code late} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID notification,
            ActorId actor,
            String kind,
            State state,
            int attempts,
            @Nullable String error,
            Instant createdAt,
            @Nullable Instant triedAt,
            @Nullable Instant nextTry) {}

    static Lane lane(TenantId tenant) {
        return new Lane(tenant, CHANNEL, ADDRESS);
    }

    /** To everybody it is for who has an address and did not say otherwise, in the transaction of the notice. */
    static void add(JdbcClient jdbc, TenantId tenant, Notice notice, Instant now) {
        var added = jdbc.sql("""
                        insert into assessment.mail (tenant_id, notice, actor, state, next_try, created_at)
                        select p.tenant_id, :notice, p.actor, 'waiting', :now, :now from platform.person p
                        where p.email is not null and p.actor <> :by
                            and (p.actor = any (string_to_array(:actors, E'\\x1f'))
                                or p.roles && string_to_array(:roles, ' '))
                            and not exists (select from platform.preference f
                                where f.actor = p.actor and f.kind = :kind and not f.email)
                        on conflict (tenant_id, notice, actor) do nothing""")
                .param("notice", notice.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", notice.by().value())
                .param("actors", notice.actors().stream().map(ActorId::value).collect(Collectors.joining(SEPARATOR)))
                .param("roles", notice.roles().stream().map(Notice::word).collect(Collectors.joining(" ")))
                .param("kind", notice.kind().word())
                .update();
        if (added > 0) lane(tenant).waits(jdbc, now, now);
    }

    List<Due> due(TenantId tenant, Instant now, int atMost) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("""
                        select m.notice, m.actor, m.attempts, m.created_at, n.kind, n.about
                        from assessment.mail m join assessment.notice n on n.tenant_id = m.tenant_id and n.id = m.notice
                        where m.state = 'waiting' and m.next_try <= ? order by m.next_try, m.notice, m.actor limit ?""")
                        .params(now.atOffset(ZoneOffset.UTC), atMost)
                        .query((row, number) -> new Due(
                                row.getObject("notice", UUID.class),
                                new ActorId(row.getString("actor")),
                                NoticeKind.of(row.getString("kind")),
                                json.readValue(row.getString("about"), About.class),
                                row.getInt("attempts"),
                                row.getObject("created_at", OffsetDateTime.class)
                                        .toInstant()))
                        .list());
    }

    static Optional<Waiting> waiting(JdbcClient jdbc) {
        return jdbc.sql("""
                        select min(next_try) as due, min(created_at) as since from assessment.mail
                        where state = 'waiting' having count(*) > 0""")
                .query((row, number) -> new Waiting(
                        row.getObject("due", OffsetDateTime.class).toInstant(),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void settle(TenantId tenant, Due due, State state, @Nullable String error, Instant now, Instant nextTry) {
        database.write(
                tenant,
                jdbc -> jdbc.sql("""
                        update assessment.mail set state = :state, attempts = attempts + 1, error = :error,
                            tried_at = :now, next_try = :next where notice = :notice and actor = :actor""")
                        .param("state", state.word())
                        .param("error", error)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("next", nextTry.atOffset(ZoneOffset.UTC))
                        .param("notice", due.notice())
                        .param("actor", due.actor().value())
                        .update());
    }

    /** The latest first. @param before the {@link #key} before which to begin */
    List<Item> before(TenantId tenant, @Nullable State state, @Nullable List<String> before, int atMost) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("""
                        select m.*, n.kind from assessment.mail m
                        join assessment.notice n on n.tenant_id = m.tenant_id and n.id = m.notice
                        where (:state = '' or m.state = :state) and (:first or (m.created_at, m.notice, m.actor)
                            < (cast(:at as timestamptz), cast(:notice as uuid), :actor))
                        order by m.created_at desc, m.notice desc, m.actor desc limit :atMost""")
                        .param("state", state == null ? "" : state.word())
                        .param("first", before == null)
                        .param("at", before == null ? "-infinity" : before.get(0))
                        .param("notice", before == null ? new UUID(0, 0).toString() : before.get(1))
                        .param("actor", before == null ? "" : before.get(2))
                        .param("atMost", atMost)
                        .query(Mails::item)
                        .list());
    }

    static List<String> key(Item mail) {
        return List.of(
                mail.createdAt().toString(),
                mail.notification().toString(),
                mail.actor().value());
    }

    /** From the beginning, whatever came of it before. False when there is no such mail. */
    boolean again(TenantId tenant, UUID notice, ActorId actor, Instant now) {
        return database.write(tenant, jdbc -> {
            var at = now.atOffset(ZoneOffset.UTC);
            var changed = jdbc.sql("""
                            update assessment.mail set state = 'waiting', attempts = 0, next_try = ?, created_at = ?
                            where notice = ? and actor = ?""").params(at, at, notice, actor.value()).update();
            if (changed == 1) lane(tenant).waits(jdbc, now, now);
            return changed == 1;
        });
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        var state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        var tried = row.getObject("tried_at", OffsetDateTime.class);
        return new Item(
                row.getObject("notice", UUID.class),
                new ActorId(row.getString("actor")),
                row.getString("kind"),
                state,
                row.getInt("attempts"),
                row.getString("error"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                tried == null ? null : tried.toInstant(),
                state == State.WAITING
                        ? row.getObject("next_try", OffsetDateTime.class).toInstant()
                        : null);
    }
}
