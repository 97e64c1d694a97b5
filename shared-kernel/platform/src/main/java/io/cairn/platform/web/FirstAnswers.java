package io.cairn.platform.web;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first answers to requests with an {@code Idempotency-Key}, in {@code platform.idempotency}. A key is its
 * caller's own. What an operator does is kept under the tenant of all zeros, which no company can be.
 */
final class FirstAnswers {
    private static final TenantId PLATFORM = new TenantId(new UUID(0, 0));

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

    Claim claim(Slot slot) {
        var attempt = UUID.randomUUID();
        var now = clock.instant();
        return database.write(slot.tenant(), db -> {
            db.sql("""
                    delete from platform.idempotency where tenant_id = ?
                    and (started_at < ? or (status is null and started_at < ?))
                    """)
                    .params(slot.tenant().value(), Timestamp.from(now.minus(keep)), Timestamp.from(now.minus(giveUp)))
                    .update();
            // what its commands did is asked for no longer than their answers are kept
            db.sql("delete from eventstore.append_key where tenant_id = ? and recorded_at < ?")
                    .params(slot.tenant().value(), Timestamp.from(now.minus(keep.multipliedBy(2))))
                    .update();
            var inserted = db.sql("""
                    insert into platform.idempotency (tenant_id, actor, key_hash, attempt, started_at)
                    values (?, ?, ?, ?, ?) on conflict do nothing
                    """)
                    .params(slot.tenant().value(), slot.actor(), slot.keyHash(), attempt, Timestamp.from(now))
                    .update();
            if (inserted == 1) return new Claim.Mine(attempt);
            var found = db.sql("""
                    select fingerprint, answer from platform.idempotency
                    where tenant_id = ? and actor = ? and key_hash = ? and status is not null
                    """)
                    .params(slot.tenant().value(), slot.actor(), slot.keyHash())
                    .query((row, n) -> answered(row.getBytes("fingerprint"), row.getBytes("answer")))
                    .optional();
            return found.<Claim>map(it -> it).orElseGet(Claim.InFlight::new);
        });
    }

    private static Claim.Answered answered(byte @Nullable [] fingerprint, byte @Nullable [] answer) {
        if (fingerprint == null || answer == null) throw new IllegalStateException("an answer without its content");
        return new Claim.Answered(fingerprint, answer);
    }

    void keep(Slot slot, UUID attempt, byte[] fingerprint, int status, byte[] answer) {
        database.write(
                slot.tenant(),
                db -> db.sql("""
                        update platform.idempotency set fingerprint = ?, status = ?, answer = ?
                        where tenant_id = ? and actor = ? and key_hash = ? and attempt = ?
                        """)
                        .params(
                                fingerprint,
                                status,
                                answer,
                                slot.tenant().value(),
                                slot.actor(),
                                slot.keyHash(),
                                attempt)
                        .update());
    }

    /** It is still being handled. */
    void renew(Slot slot, UUID attempt) {
        database.write(
                slot.tenant(),
                db -> db.sql("""
                        update platform.idempotency set started_at = ?
                        where tenant_id = ? and actor = ? and key_hash = ? and attempt = ? and status is null
                        """)
                        .params(
                                Timestamp.from(clock.instant()),
                                slot.tenant().value(),
                                slot.actor(),
                                slot.keyHash(),
                                attempt)
                        .update());
    }

    /** The same key may be tried again. */
    void forget(Slot slot, UUID attempt) {
        database.write(
                slot.tenant(),
                db -> db.sql("""
                        delete from platform.idempotency
                        where tenant_id = ? and actor = ? and key_hash = ? and attempt = ? and status is null
                        """)
                        .params(slot.tenant().value(), slot.actor(), slot.keyHash(), attempt)
                        .update());
    }
}
