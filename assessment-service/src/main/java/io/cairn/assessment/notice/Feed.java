package io.cairn.assessment.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cairn.assessment.directory.Preferences;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What was told to somebody, as an actor and in their roles; not what they did themselves, nor kinds they muted. */
final class Feed {
    /** Beyond it the unread are not counted. */
    static final int MOST_COUNTED = 1_000;

    private static final String SEPARATOR = "\u001f";

    private static final String MINE = """
            n.by_actor <> :me and n.kind <> all (string_to_array(:muted, ' '))
            and exists (select from assessment.notice_to t
                where t.tenant_id = n.tenant_id and t.number = n.number
                    and t.recipient = any (string_to_array(:recipients, E'\\x1f')))
            """;

    private static final String READ = """
            (n.number <= coalesce((select u.number from assessment.read_until u where u.actor = :me), 0)
            or exists (select from assessment.notice_read r
                where r.tenant_id = n.tenant_id and r.actor = :me and r.number = n.number))
            """;

    private final TenantDatabase database;
    private final Preferences preferences;
    private final JsonMapper json;

    Feed(TenantDatabase database, Preferences preferences, JsonMapper json) {
        this.database = database;
        this.preferences = preferences;
        this.json = json;
    }

    /** A notice as the API shows it. @param number of its place, of use to nobody but the cursor */
    record Item(
            UUID id,
            String kind,
            Instant at,
            boolean read,

            @JsonUnwrapped @JsonInclude(JsonInclude.Include.NON_NULL)
            About about,

            @com.fasterxml.jackson.annotation.JsonIgnore long number) {}

    /** The latest first. @param before the number before which to begin */
    List<Item> before(Caller caller, boolean unreadOnly, long before, int atMost) {
        var sql = "select n.*, " + READ + " as read from assessment.notice n where n.number < :before and " + MINE
                + (unreadOnly ? "and not " + READ : "") + " order by n.number desc limit :atMost";
        var mine = mine(caller);
        return database.read(
                caller.tenant(),
                jdbc -> jdbc.sql(sql)
                        .params(mine)
                        .param("before", before)
                        .param("atMost", atMost)
                        .query(this::item)
                        .list());
    }

    /** At most {@link #MOST_COUNTED}. */
    int unread(Caller caller) {
        var sql = "select count(*) from (select from assessment.notice n where " + MINE + "and not " + READ
                + " limit :most) unread";
        var mine = mine(caller);
        return database.read(
                caller.tenant(),
                jdbc -> jdbc.sql(sql)
                        .params(mine)
                        .param("most", MOST_COUNTED)
                        .query(Integer.class)
                        .single());
    }

    /** False when nobody told the caller of it. */
    boolean read(Caller caller, UUID id) {
        return change(caller, id, """
                insert into assessment.notice_read (tenant_id, actor, number)
                select n.tenant_id, :me, n.number from assessment.notice n where n.id = :id and\s""" + MINE + """
                on conflict (tenant_id, actor, number) do update set number = excluded.number""");
    }

    /** It, and all that was told before it. False when nobody told the caller of it. */
    boolean readUntil(Caller caller, UUID id) {
        return change(caller, id, """
                insert into assessment.read_until as was (tenant_id, actor, number)
                select n.tenant_id, :me, n.number from assessment.notice n where n.id = :id and\s""" + MINE + """
                on conflict (tenant_id, actor) do update set number = greatest(was.number, excluded.number)""");
    }

    private boolean change(Caller caller, UUID id, String sql) {
        var mine = mine(caller);
        return database.write(
                        caller.tenant(),
                        jdbc -> jdbc.sql(sql).params(mine).param("id", id).update())
                == 1;
    }

    private Map<String, Object> mine(Caller caller) {
        var muted = preferences.of(caller.tenant(), caller.actor()).entrySet().stream()
                .filter(it -> !it.getValue().feed())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
        return Map.of(
                "me",
                caller.actor().value(),
                "muted",
                muted,
                "recipients",
                String.join(SEPARATOR, Notice.recipients(caller.actor(), caller.roles())));
    }

    private Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("read"),
                json.readValue(row.getString("about"), About.class),
                row.getLong("number"));
    }
}
