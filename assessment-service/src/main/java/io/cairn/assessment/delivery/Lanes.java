package io.cairn.assessment.delivery;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who delivers from which lane. A lane is held for a time, after which another node may take it. */
final class Lanes {
    /** The table is nobody's: it is reached in the name of no tenant. */
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

    /** The longest due first, but not more of one tenant than its share, whatever waits there. */
    private static final String TAKE = """
            update assessment.lane l set held_by = :node, held_until = :until
            from (select tenant, channel, address from (
                    select *, row_number() over (partition by tenant order by due_at, channel, address) as place
                    from assessment.lane where due_at <= :now and channel = any (string_to_array(:channels, ' '))) due
                where place <= :share and (held_until is null or held_until <= :now)
                order by due_at limit :atMost) free
            where (l.tenant, l.channel, l.address) = (free.tenant, free.channel, free.address)
                and (l.held_until is null or l.held_until <= :now)
            returning l.tenant, l.channel, l.address
            """;

    private static final String MINE =
            "tenant = :tenant and channel = :channel and address = :address and held_by = :node";

    private final TenantDatabase database;
    private final UUID node = UUID.randomUUID();

    Lanes(TenantDatabase database) {
        this.database = database;
    }

    /** @param share how many of one tenant are held at a time, at most, in all */
    List<Lane> take(Collection<String> channels, Instant now, Duration hold, int atMost, int share) {
        return database.write(
                NOBODY,
                jdbc -> jdbc.sql(TAKE)
                        .param("node", node)
                        .param("until", now.plus(hold).atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("channels", String.join(" ", channels))
                        .param("share", share)
                        .param("atMost", atMost)
                        .query(Lanes::lane)
                        .list());
    }

    /**
     * Lets go of it. Its row is locked first and what waits is looked at then, so that what is written down meanwhile is
     * either seen here or says so afterwards.
     *
     * @param notBefore when it is to be taken again at the earliest
     * @return whether that is now
     */
    boolean leave(Lane lane, Carrier carrier, Instant notBefore) {
        return database.write(lane.tenant(), jdbc -> {
            var held = jdbc.sql("select 1 from assessment.lane where " + MINE + " for update")
                    .params(key(lane))
                    .query(Integer.class)
                    .optional();
            if (held.isEmpty()) return false; // somebody else has taken it over
            var waiting = carrier.waiting(jdbc, lane);
            if (waiting.isEmpty()) {
                jdbc.sql("delete from assessment.lane where " + MINE)
                        .params(key(lane))
                        .update();
                return false;
            }
            var due = waiting.get().due().isBefore(notBefore)
                    ? notBefore
                    : waiting.get().due();
            jdbc.sql(
                            "update assessment.lane set due_at = :due, since = :since, held_by = null, held_until = null where "
                                    + MINE)
                    .params(key(lane))
                    .param("due", due.atOffset(ZoneOffset.UTC))
                    .param("since", waiting.get().since().atOffset(ZoneOffset.UTC))
                    .update();
            return due.equals(notBefore);
        });
    }

    /** Since when the oldest waits, by channel; a channel in which nothing waits is missing. */
    Map<String, Instant> oldest() {
        var oldest = new HashMap<String, Instant>();
        database.read(
                NOBODY,
                jdbc -> jdbc.sql("select channel, min(since) as since from assessment.lane group by channel")
                        .query((row, number) -> oldest.put(
                                row.getString("channel"),
                                row.getObject("since", OffsetDateTime.class).toInstant()))
                        .list());
        return oldest;
    }

    private Map<String, Object> key(Lane lane) {
        return Map.of(
                "tenant", lane.tenant().value(),
                "channel", lane.channel(),
                "address", lane.address(),
                "node", node);
    }

    private static Lane lane(ResultSet row, int number) throws SQLException {
        return new Lane(
                new TenantId(row.getObject("tenant", UUID.class)), row.getString("channel"), row.getString("address"));
    }
}
