package io.cairn.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import io.cairn.platform.command.StaleVersion;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tenant and the roles of people whose identity provider says nothing of a tenant. Somebody belongs to one tenant at
 * most. Every change is written down in its own transaction: who, when, from what to what.
 */
public final class Memberships {
    /** So long another node may still go by what was before. */
    public static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

    private final TenantDatabase database;
    private final Clock clock;
    private final Cache<String, Optional<Found>> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    Memberships(TenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param version counted from 0, one more with each change */
    public record Member(ActorId actor, Set<Role> roles, Instant since, long version) {}

    /** Without roles before, somebody came; without roles after, somebody went. */
    public record Change(Instant at, ActorId actor, ActorId by, Set<Role> from, Set<Role> to) {}

    record Found(TenantId tenant, ActorId actor, Set<Role> roles) {}

    Optional<Found> find(Login login) {
        return remembered.get(HexFormat.of().formatHex(login.hash()), hash -> stored(login.hash()));
    }

    private Optional<Found> stored(byte[] login) {
        return database.read(
                        NOBODY,
                        db -> db.sql("select t from platform.tenant_of(?) t where t is not null")
                                .params(login)
                                .query(UUID.class)
                                .optional())
                .map(TenantId::new)
                .flatMap(tenant -> database.read(
                        tenant,
                        db -> db.sql("select actor, roles from platform.membership where tenant_id = ? and login = ?")
                                .params(tenant.value(), login)
                                .query((row, n) -> new Found(
                                        tenant, new ActorId(row.getString("actor")), roles(row.getArray("roles"))))
                                .optional()));
    }

    /**
     * Within a transaction of the tenant.
     *
     * @return false when the person belongs to a tenant already, or another is known by this id; then nothing must be kept
     */
    public boolean join(JdbcClient db, TenantId tenant, Login login, ActorId actor, Set<Role> roles, ActorId by) {
        var isNew = db.sql("""
                        insert into platform.membership_of (login, tenant_id) values (?, ?) on conflict do nothing
                        """).params(login.hash(), tenant.value()).update() == 1;
        if (!isNew) return false;
        var joined = db.sql("""
                        insert into platform.membership (tenant_id, actor, login, roles, version, since)
                        values (?, ?, ?, string_to_array(?, ' '), 0, ?) on conflict do nothing
                        """)
                        .params(tenant.value(), actor.value(), login.hash(), words(roles), now())
                        .update()
                == 1;
        if (joined) note(db, tenant, actor, by, Set.of(), roles);
        return joined;
    }

    /** What was decided about somebody's roles holds on this node from now on. */
    public void forget(Login login) {
        remembered.invalidate(HexFormat.of().formatHex(login.hash()));
    }

    /** In the order of their ids. @param after the id behind which to begin, empty at the beginning */
    public List<Member> behind(TenantId tenant, String after, int atMost) {
        return database.read(
                tenant,
                db -> db.sql("""
                        select * from platform.membership where tenant_id = ? and actor > ? order by actor limit ?
                        """)
                        .params(tenant.value(), after, atMost)
                        .query(Memberships::member)
                        .list());
    }

    public Optional<Member> find(TenantId tenant, ActorId actor) {
        return database.read(tenant, db -> locked(db, tenant, actor, ""));
    }

    /**
     * @param expected the version it must be at, null when any will do
     * @return empty when there is no such member
     * @throws StaleVersion when it is at another
     */
    public Optional<Member> change(
            TenantId tenant, ActorId actor, Set<Role> roles, @Nullable Long expected, ActorId by) {
        var changed = database.write(tenant, db -> {
            var was = locked(db, tenant, actor, "for update");
            if (was.isEmpty()) return was;
            if (expected != null && expected != was.get().version())
                throw new StaleVersion(expected, was.get().version());
            if (was.get().roles().equals(roles)) return was;
            db.sql("""
                            update platform.membership set roles = string_to_array(?, ' '), version = version + 1
                            where tenant_id = ? and actor = ?
                            """).params(words(roles), tenant.value(), actor.value()).update();
            note(db, tenant, actor, by, was.get().roles(), roles);
            return locked(db, tenant, actor, "");
        });
        forget(actor);
        return changed;
    }

    /** False when there is no such member. */
    public boolean remove(TenantId tenant, ActorId actor, ActorId by) {
        var removed = database.write(tenant, db -> {
            var was = locked(db, tenant, actor, "for update");
            if (was.isEmpty()) return false;
            db.sql("""
                            delete from platform.membership_of o using platform.membership m
                            where m.tenant_id = ? and m.actor = ? and o.login = m.login and o.tenant_id = m.tenant_id
                            """).params(tenant.value(), actor.value()).update();
            db.sql("delete from platform.membership where tenant_id = ? and actor = ?")
                    .params(tenant.value(), actor.value())
                    .update();
            note(db, tenant, actor, by, was.get().roles(), Set.of());
            return true;
        });
        forget(actor);
        return removed;
    }

    /** The latest first, 200 at most. */
    public List<Change> changes(TenantId tenant, ActorId actor) {
        return database.read(
                tenant,
                db -> db.sql("""
                        select * from platform.membership_change where tenant_id = ? and actor = ?
                        order by number desc limit 200
                        """)
                        .params(tenant.value(), actor.value())
                        .query((row, n) -> new Change(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                new ActorId(row.getString("actor")),
                                new ActorId(row.getString("by_actor")),
                                roles(row.getArray("roles_before")),
                                roles(row.getArray("roles_after"))))
                        .list());
    }

    private void note(JdbcClient db, TenantId tenant, ActorId actor, ActorId by, Set<Role> before, Set<Role> after) {
        db.sql("""
                        insert into platform.membership_change (tenant_id, actor, by_actor, at, roles_before, roles_after)
                        values (?, ?, ?, ?, string_to_array(?, ' '), string_to_array(?, ' '))
                        """)
                .params(tenant.value(), actor.value(), by.value(), now(), words(before), words(after))
                .update();
    }

    private void forget(ActorId actor) {
        remembered
                .asMap()
                .values()
                .removeIf(found -> found.isPresent() && found.get().actor().equals(actor));
    }

    private static Optional<Member> locked(JdbcClient db, TenantId tenant, ActorId actor, String lock) {
        return db.sql("select * from platform.membership where tenant_id = ? and actor = ? " + lock)
                .params(tenant.value(), actor.value())
                .query(Memberships::member)
                .optional();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                new ActorId(row.getString("actor")),
                roles(row.getArray("roles")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static Set<Role> roles(Array words) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) words.getArray()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
