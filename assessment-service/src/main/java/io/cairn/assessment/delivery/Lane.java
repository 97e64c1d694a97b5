package io.cairn.assessment.delivery;

import io.cairn.language.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where things wait for each other and for nothing else: one at a time is delivered from a lane.
 *
 * @param channel which {@link Carrier} delivers
 * @param address within the tenant and channel, an id
 */
public record Lane(TenantId tenant, String channel, String address) {
    /**
     * Something waits in it; to be said in the transaction that writes down what, and after it, so that a node that is just
     * leaving the lane sees either the thing or this.
     *
     * @param due when it is to be tried
     * @param since when it began to wait
     */
    public void waits(JdbcClient database, Instant due, Instant since) {
        database.sql("""
                        insert into assessment.lane (tenant, channel, address, due_at, since)
                        values (:tenant, :channel, :address, :due, :since)
                        on conflict (tenant, channel, address) do update
                        set due_at = least(lane.due_at, excluded.due_at), since = least(lane.since, excluded.since)""")
                .param("tenant", tenant.value())
                .param("channel", channel)
                .param("address", address)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }
}
