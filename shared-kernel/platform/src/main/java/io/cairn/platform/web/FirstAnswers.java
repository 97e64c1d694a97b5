package io.cairn.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first answers to requests with an {@code Idempotency-Key}, in {@code platform.idempotency}. A key is its
 * caller's own. What an operator does is kept under the tenant of all zeros, which no company can be.
 */
final class FirstAnswers {
    private static final TenantId PLATFORM = new TenantId(new UUID(0, 0));

    private static final Duration PURGE_EVERY = Duration.ofMinutes(10);

    private final Cache<TenantId, Instant> purged =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final TenantDatabase database;
    private final Clock clock;
    private final Duration keep;
    private final Duration giveUp;

    FirstAnswers(TenantDatabase database, Clock clock, Duration keep, Duration giveUp) {
        this.database = database;
        this.clock = clock;
        this.keep = keep;
        this.giveUp = giveUp;
    }

    /** Whose key it is; {@code keyHash} is all that is stored of the key. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Slot(TenantId tenant, String actor, byte[] keyHash) {
        static Slot of(Caller caller, byte[] keyHash) {
            var tenant = caller.tenantOrNone();
            return new Slot(tenant == null ? PLATFORM : tenant, caller.actor().value(), keyHash);
        }
    }

    sealed interface Claim {
        /** This request is the first. */
        record Mine(UUID attempt) implements Claim {}

        /** Another one is being handled. */
        record InFlight() implements Claim {}

        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Answered(byte[] fingerprint, byte[] answer) implements Claim {}
    }

    /**
     * Takes the key, also one that was given up or is too old. Need not be durable before the request goes on: whatever
     * the request does makes it so.
     */
    Claim claim(Slot slot) {
        var now = clock.instant();
        purge(slot.tenant(), now);
        var attempt = UUID.randomUUID();
        var taken = database.changeSoon(
                slot.tenant(),
                """
                insert into platform.idempotency as first (tenant_id, actor, key_hash, attempt, started_at)
                values (?, ?, ?, ?, ?)
                on conflict (tenant_id, actor, key_hash) do update
                set attempt = excluded.attempt, started_at = excluded.started_at,
                    fingerprint = null, status = null, answer = null
                where first.started_at < ? or (first.status is null and first.started_at < ?)
                """,
                slot.tenant().value(),
                slot.actor(),
                slot.keyHash(),
                attempt,
                Timestamp.from(now),
                Timestamp.from(now.minus(keep)),
                Timestamp.from(now.minus(giveUp)));
        return taken == 1 ? new Claim.Mine(attempt) : taken(slot);
    }

    private Claim taken(Slot slot) {
        var found = database.read(
                slot.tenant(),
                db -> db.sql("""
                        select fingerprint, answer from platform.idempotency
                        where tenant_id = ? and actor = ? and key_hash = ? and status is not null
                        """)
                        .params(slot.tenant().value(), slot.actor(), slot.keyHash())
                        .query((row, n) -> answered(row.getBytes("fingerprint"), row.getBytes("answer")))
                        .optional());
        return found.<Claim>map(it -> it).orElseGet(Claim.InFlight::new);
    }

    /** Only for the room they take: nothing is asked for that is older. */
    private void purge(TenantId tenant, Instant now) {
        var last = purged.getIfPresent(tenant);
        if (last != null && now.isBefore(last.plus(PURGE_EVERY))) return;
        purged.put(tenant, now);
        database.changeSoon(
                tenant,
                "delete from platform.idempotency where tenant_id = ? and started_at < ?",
                tenant.value(),
                Timestamp.from(now.minus(keep)));
        // what a request's commands did is asked for no longer than its answer is kept
        database.changeSoon(
                tenant,
                "delete from eventstore.append_key where tenant_id = ? and recorded_at < ?",
                tenant.value(),
                Timestamp.from(now.minus(keep.multipliedBy(2))));
    }

    private static Claim.Answered answered(byte @Nullable [] fingerprint, byte @Nullable [] answer) {
        if (fingerprint == null || answer == null) throw new IllegalStateException("an answer without its content");
        return new Claim.Answered(fingerprint, answer);
    }

    void keep(Slot slot, UUID attempt, byte[] fingerprint, int status, byte[] answer) {
        database.change(
                slot.tenant(),
                """
                update platform.idempotency set fingerprint = ?, status = ?, answer = ?
                where tenant_id = ? and actor = ? and key_hash = ? and attempt = ?
                """,
                fingerprint,
                status,
                answer,
                slot.tenant().value(),
                slot.actor(),
                slot.keyHash(),
                attempt);
    }

    /** It is still being handled. */
    void renew(Slot slot, UUID attempt) {
        database.changeSoon(
                slot.tenant(),
                """
                update platform.idempotency set started_at = ?
                where tenant_id = ? and actor = ? and key_hash = ? and attempt = ? and status is null
                """,
                Timestamp.from(clock.instant()),
                slot.tenant().value(),
                slot.actor(),
                slot.keyHash(),
                attempt);
    }

    /** The same key may be tried again. */
    void forget(Slot slot, UUID attempt) {
        database.change(slot.tenant(), """
                delete from platform.idempotency
                where tenant_id = ? and actor = ? and key_hash = ? and attempt = ? and status is null
                """, slot.tenant().value(), slot.actor(), slot.keyHash(), attempt);
    }
}
