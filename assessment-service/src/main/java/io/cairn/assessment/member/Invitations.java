package io.cairn.assessment.member;

import io.cairn.assessment.delivery.Lane;
import io.cairn.assessment.delivery.Waiting;
import io.cairn.assessment.directory.Directory;
import io.cairn.assessment.directory.Person;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.ClosedTenants;
import io.cairn.platform.identity.Login;
import io.cairn.platform.identity.Memberships;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A tenant's invitations. An invitation is good for one person, once, until it expires or is withdrawn. */
@Component
public final class Invitations {
    /** The carrier that brings tokens, and the lane they wait in. */
    public static final String CHANNEL = "invitation";

    private static final String STILL_OPEN = " ended is null and expires_at > :now ";

    private final TenantDatabase database;
    private final Directory directory;
    private final Memberships memberships;
    private final ClosedTenants closed;
    private final Clock clock;

    Invitations(
            TenantDatabase database, Directory directory, Memberships memberships, ClosedTenants closed, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.memberships = memberships;
        this.closed = closed;
        this.clock = clock;
    }

    /** @param token told once, and only where no mail brings it */
    record Made(Invitation invitation, @Nullable String token) {}

    /** Whom it let in, and as what. */
    record Accepted(TenantId tenant, ActorId actor, Set<Role> roles) {}

    /** One whose mail is to be sent. */
    public record Due(UUID id, int attempts, Instant createdAt, Instant expiresAt) {
        public ActorId invited() {
            return Invitation.invited(id);
        }
    }

    Made make(TenantId tenant, Person person, UUID id, Set<Role> roles, Instant expiresAt, ActorId by, boolean byMail) {
        forgetExpired(tenant);
        var token = byMail ? null : InvitationToken.fresh(tenant);
        directory.put(tenant, person, null);
        database.write(tenant, db -> {
            db.sql("""
                            insert into assessment.invitation
                                (tenant_id, id, roles, token_hash, by_actor, created_at, expires_at, mail, next_try)
                            values (:tenant, :id, string_to_array(:roles, ' '), :hash, :by, :now, :expires, :mail, :now)
                            """)
                    .param("tenant", tenant.value())
                    .param("id", id)
                    .param("roles", words(roles))
                    .param("hash", token == null ? null : token.hash())
                    .param("by", by.value())
                    .param("now", now())
                    .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                    .param("mail", byMail ? "waiting" : "none")
                    .update();
            if (byMail) lane(tenant).waits(db, now().toInstant(), now().toInstant());
            return true;
        });
        return new Made(find(tenant, id).orElseThrow(), token == null ? null : token.text());
    }

    Optional<Invitation> find(TenantId tenant, UUID id) {
        return database.read(
                tenant,
                db -> db.sql("select * from assessment.invitation where tenant_id = ? and id = ?")
                        .params(tenant.value(), id)
                        .query((row, n) -> invitation(row))
                        .optional());
    }

    /** The oldest first. @param after the {@link #key} behind which to begin, null at the beginning */
    List<Invitation> behind(TenantId tenant, @Nullable List<String> after, int atMost) {
        forgetExpired(tenant);
        return database.read(
                tenant,
                db -> db.sql("""
                        select * from assessment.invitation
                        where tenant_id = :tenant and (created_at, id) > (cast(:at as timestamptz), cast(:id as uuid))
                        order by created_at, id limit :atMost""")
                        .param("tenant", tenant.value())
                        .param("at", after == null ? "-infinity" : after.get(0))
                        .param("id", after == null ? new UUID(0, 0).toString() : after.get(1))
                        .param("atMost", atMost)
                        .query((row, n) -> invitation(row))
                        .list());
    }

    static List<String> key(Invitation invitation) {
        return List.of(invitation.createdAt().toString(), invitation.id().toString());
    }

    /** Its token opens nothing any more, and the person is forgotten. False when there is no such open invitation. */
    boolean withdraw(TenantId tenant, UUID id, ActorId by) {
        var withdrawn = database.write(
                        tenant,
                        db -> db.sql(
                                        "update assessment.invitation set ended = 'withdrawn', ended_at = :now, ended_by = :by,"
                                                + " token_hash = null where tenant_id = :tenant and id = :id and"
                                                + STILL_OPEN)
                                .param("now", now())
                                .param("by", by.value())
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .update())
                == 1;
        if (withdrawn) directory.erase(tenant, Invitation.invited(id));
        return withdrawn;
    }

    /** Binds who shows the token to the tenant, in one transaction with everything that follows from it. */
    Accepted accept(InvitationToken token, Login login, ActorId actor) {
        var tenant = token.tenant();
        if (closed.contains(tenant)) throw doesNotHold();
        var accepted = database.write(tenant, db -> {
            var found = db.sql(
                            "select * from assessment.invitation where tenant_id = :tenant and token_hash = :hash and"
                                    + STILL_OPEN + "for update")
                    .param("tenant", tenant.value())
                    .param("hash", token.hash())
                    .param("now", now())
                    .query((row, n) -> invitation(row))
                    .optional()
                    .orElseThrow(Invitations::doesNotHold);
            if (!memberships.join(db, tenant, login, actor, found.roles(), found.by()))
                throw Problem.of(409, "already-member", "Who is signed in belongs to a tenant already.")
                        .exception();
            db.sql("""
                            update assessment.invitation
                            set ended = 'accepted', ended_at = ?, ended_by = ?, token_hash = null
                            where tenant_id = ? and id = ?
                            """).params(now(), actor.value(), tenant.value(), found.id()).update();
            Directory.rename(db, found.invited(), actor, found.roles());
            return new Accepted(tenant, actor, found.roles());
        });
        memberships.forget(login);
        return accepted;
    }

    static RuntimeException doesNotHold() {
        return Problem.invalidBody("/token", "is unknown, or was used, withdrawn or has expired")
                .exception();
    }

    /** Those whose mail is to be tried now. One that has ended meanwhile is not among them. */
    public List<Due> due(TenantId tenant, Instant now, int atMost) {
        return database.read(
                tenant,
                db -> db.sql("""
                        select id, attempts, created_at, expires_at from assessment.invitation
                        where mail = 'waiting' and ended is null and next_try <= ? order by next_try, id limit ?""")
                        .params(now.atOffset(ZoneOffset.UTC), atMost)
                        .query((row, n) -> new Due(
                                row.getObject("id", UUID.class),
                                row.getInt("attempts"),
                                time(row, "created_at"),
                                time(row, "expires_at")))
                        .list());
    }

    /** A token for the mail that is about to be sent; one made before opens nothing any more. Empty when it has ended. */
    public Optional<String> freshToken(TenantId tenant, UUID id) {
        var token = InvitationToken.fresh(tenant);
        var kept = database.write(
                tenant,
                db -> db.sql("update assessment.invitation set token_hash = :hash"
                                + " where tenant_id = :tenant and id = :id and" + STILL_OPEN)
                        .param("hash", token.hash())
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("now", now())
                        .update());
        return kept == 1 ? Optional.of(token.text()) : Optional.empty();
    }

    /** What came of a try. @param again when to try once more; null for never */
    public void settle(TenantId tenant, Due due, Invitation.Mail mail, @Nullable Instant again) {
        database.write(
                tenant,
                db -> db.sql("""
                        update assessment.invitation set mail = ?, attempts = attempts + 1, next_try = ?
                        where tenant_id = ? and id = ?""")
                        .params(
                                mail.name().toLowerCase(Locale.ROOT),
                                (again == null ? clock.instant() : again).atOffset(ZoneOffset.UTC),
                                tenant.value(),
                                due.id())
                        .update());
    }

    public static Optional<Waiting> waiting(JdbcClient db) {
        return db.sql("""
                        select min(next_try) as due, min(created_at) as since from assessment.invitation
                        where mail = 'waiting' and ended is null having count(*) > 0""")
                .query((row, n) -> new Waiting(time(row, "due"), time(row, "since")))
                .optional();
    }

    private static Lane lane(TenantId tenant) {
        return new Lane(tenant, CHANNEL, "all");
    }

    /** An invitation that nobody took up leaves no name and no address behind. */
    private void forgetExpired(TenantId tenant) {
        database.write(
                        tenant,
                        db -> db.sql("""
                        update assessment.invitation set ended = 'expired', ended_at = expires_at, token_hash = null
                        where tenant_id = ? and ended is null and expires_at <= ? returning id""")
                                .params(tenant.value(), now())
                                .query(UUID.class)
                                .list())
                .forEach(id -> directory.erase(tenant, Invitation.invited(id)));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        var ended = row.getString("ended");
        return new Invitation(
                row.getObject("id", UUID.class),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                new ActorId(row.getString("by_actor")),
                time(row, "created_at"),
                time(row, "expires_at"),
                ended == null ? Invitation.State.OPEN : Invitation.State.valueOf(ended.toUpperCase(Locale.ROOT)),
                Invitation.Mail.valueOf(row.getString("mail").toUpperCase(Locale.ROOT)));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
