package io.cairn.assessment.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Tells: a notice, whom it is for, and what its channels are to deliver are written at once or not at all. */
public final class Notices {
    private static final Duration PURGE_EVERY = Duration.ofHours(1);

    private final Cache<TenantId, Instant> purged =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final TenantDatabase database;
    private final List<NoticeChannel> channels;
    private final Runnable handedOut;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration keep;

    /** @param handedOut is called when there may be something to deliver
     *  @param keep how long what was told is kept */
    Notices(
            TenantDatabase database,
            List<NoticeChannel> channels,
            Runnable handedOut,
            JsonMapper json,
            Clock clock,
            Duration keep) {
        this.database = database;
        this.channels = List.copyOf(channels);
        this.handedOut = handedOut;
        this.json = json;
        this.clock = clock;
        this.keep = keep;
    }

    /** In a transaction of its own. Telling it again does nothing. */
    public void tell(TenantId tenant, Notice notice) {
        database.write(tenant, jdbc -> {
            purge(jdbc, tenant);
            tell(jdbc, tenant, notice);
            return true;
        });
        handedOut.run();
    }

    /** In the transaction of whoever notes what is told. */
    public void tell(JdbcClient jdbc, TenantId tenant, Notice notice) {
        // one after the other: who has read until a number has seen all before it
        jdbc.sql("select pg_advisory_xact_lock(hashtext('cairn.notice'), hashtext(:tenant))")
                .param("tenant", tenant.toString())
                .query((row, count) -> count)
                .single();
        var number = jdbc.sql("""
                        insert into assessment.notice (tenant_id, id, kind, about, by_actor, at)
                        values (:tenant, :id, :kind, cast(:about as jsonb), :by, :at)
                        on conflict (tenant_id, id) do nothing returning number""")
                .param("tenant", tenant.value())
                .param("id", notice.id())
                .param("kind", notice.kind().word())
                .param("about", json.writeValueAsString(notice.about()))
                .param("by", notice.by().value())
                .param("at", notice.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        if (number.isEmpty()) return;
        for (var recipient : notice.recipients())
            jdbc.sql("insert into assessment.notice_to (tenant_id, number, recipient) values (?, ?, ?)")
                    .params(tenant.value(), number.get(), recipient)
                    .update();
        for (var channel : channels) channel.handOut(jdbc, tenant, notice);
    }

    /** What was told long ago is of no use to anybody; the events are still there. */
    private void purge(JdbcClient jdbc, TenantId tenant) {
        var now = clock.instant();
        var last = purged.getIfPresent(tenant);
        if (last != null && now.isBefore(last.plus(PURGE_EVERY))) return;
        purged.put(tenant, now);
        jdbc.sql("delete from assessment.notice where at < ?")
                .param(now.minus(keep).atOffset(ZoneOffset.UTC))
                .update();
    }
}
