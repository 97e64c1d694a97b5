package io.cairn.assessment.directory;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import io.cairn.platform.command.StaleVersion;
import io.cairn.platform.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People by the opaque ids that events know them by. */
@Component
public final class Directory {
    private final TenantDatabase database;
    private final Clock clock;

    Directory(TenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param version counted from 0, one more with each change */
    public record Entry(Person person, long version) {}

    public Optional<Entry> find(TenantId tenant, ActorId actor) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("select * from platform.person where actor = ?")
                        .params(actor.value())
                        .query(Directory::entry)
                        .optional());
    }

    /** In the order of their ids. @param after the id behind which to begin, empty at the beginning */
    public List<Entry> behind(TenantId tenant, String after, int atMost) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("select * from platform.person where actor > ? order by actor limit ?")
                        .params(after, atMost)
                        .query(Directory::entry)
                        .list());
    }

    /**
     * @param expected the version the entry must be at, null when any will do, or none
     * @throws StaleVersion when it is at another
     */
    public Entry put(TenantId tenant, Person person, @Nullable Long expected) {
        var version = database.write(tenant, jdbc -> {
            var was = jdbc.sql("select version from platform.person where actor = ? for update")
                    .params(person.actor().value())
                    .query(Long.class)
                    .optional()
                    .orElse(-1L);
            if (expected != null && !expected.equals(was)) throw new StaleVersion(expected, was);
            return write(jdbc, tenant, person);
        });
        return new Entry(person, version);
    }

    private long write(JdbcClient jdbc, TenantId tenant, Person person) {
        return jdbc.sql("""
                        insert into platform.person as was
                            (tenant_id, actor, name, email, language, roles, version, changed_at)
                        values (:tenant, :actor, :name, :email, :language, string_to_array(:roles, ' '), 0, :now)
                        on conflict (tenant_id, actor) do update set name = excluded.name, email = excluded.email,
                            language = excluded.language, roles = excluded.roles, version = was.version + 1,
                            changed_at = excluded.changed_at
                        returning version""")
                .param("tenant", tenant.value())
                .param("actor", person.actor().value())
                .param("name", person.name())
                .param("email", person.email())
                .param("language", word(person.language()))
                .param("roles", words(person.roles()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Nothing is known of the person afterwards, nor of what they wanted to hear. False when nothing was known. */
    public boolean erase(TenantId tenant, ActorId actor) {
        return database.write(tenant, jdbc -> {
            jdbc.sql("delete from platform.preference where actor = ?")
                    .params(actor.value())
                    .update();
            return jdbc.sql("delete from platform.person where actor = ?")
                            .params(actor.value())
                            .update()
                    == 1;
        });
    }

    /**
     * What is known under one id is known under another, within the transaction of the caller.
     *
     * @param roles mail to which reaches the person from now on
     */
    public static void rename(JdbcClient jdbc, ActorId from, ActorId to, Set<Role> roles) {
        jdbc.sql("delete from platform.person where actor = ? and exists (select from platform.person where actor = ?)")
                .params(to.value(), from.value())
                .update();
        jdbc.sql("update platform.person set actor = ?, roles = string_to_array(?, ' '), version = version + 1"
                        + " where actor = ?")
                .params(to.value(), words(roles), from.value())
                .update();
    }

    /** Mail to these roles reaches the person, and to no others; nothing happens when the person is not known. */
    public void mailReaches(TenantId tenant, ActorId actor, Set<Role> roles) {
        database.write(
                tenant,
                jdbc -> jdbc.sql("update platform.person set roles = string_to_array(?, ' '), version = version + 1"
                                + " where actor = ?")
                        .params(words(roles), actor.value())
                        .update());
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Directory::word).sorted().collect(Collectors.joining(" "));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var roles = (String[]) row.getArray("roles").getArray();
        return new Entry(
                new Person(
                        new ActorId(row.getString("actor")),
                        row.getString("name"),
                        row.getString("email"),
                        Person.Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
                        Arrays.stream(roles)
                                .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toSet())),
                row.getLong("version"));
    }
}
