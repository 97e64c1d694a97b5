package io.cairn.assessment.webhook;

import io.cairn.assessment.delivery.BackOff;
import io.cairn.assessment.notice.About;
import io.cairn.assessment.notice.Notice;
import io.cairn.assessment.notice.NoticeKind;
import io.cairn.assessment.notice.Notices;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what came of a try, and what follows from it: another try, giving up, or hearing no more of the webhook. */
final class Results {
    private static final ActorId SYSTEM = new ActorId("system");
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final TenantDatabase database;
    private final Supplier<Notices> notices;
    private final WebhookProperties settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final MeterRegistry meters;

    Results(
            TenantDatabase database,
            Supplier<Notices> notices,
            WebhookProperties settings,
            Clock clock,
            RandomGenerator random,
            MeterRegistry meters) {
        this.database = database;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.meters = meters;
    }

    void record(TenantId tenant, Webhook webhook, Deliveries.Due due, Outcome outcome) {
        var now = clock.instant();
        var next = outcome.good() ? Optional.<Instant>empty() : next(due, outcome, now);
        var state = outcome.good() ? "sent" : next.isPresent() ? "waiting" : "dead";
        database.write(tenant, jdbc -> {
            jdbc.sql("""
                            update assessment.webhook_delivery set state = :state, attempts = attempts + 1, tried_at = :now,
                                next_try = :next, status = :status, error = :error
                            where webhook = :webhook and message = :message""")
                    .param("state", state)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("next", next.orElse(now).atOffset(ZoneOffset.UTC))
                    .param("status", outcome.status())
                    .param("error", outcome.error())
                    .param("webhook", webhook.id())
                    .param("message", due.message())
                    .update();
            jdbc.sql("update assessment.webhook set failing_since = case when :good then null"
                            + " else coalesce(failing_since, :now) end where id = :webhook")
                    .param("good", outcome.good())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("webhook", webhook.id())
                    .update();
            if (outcome.gone()) disable(jdbc, tenant, webhook.id(), "gone", now);
            else if (!outcome.good() && failsTooLong(webhook, now)) disable(jdbc, tenant, webhook.id(), "failing", now);
            return true;
        });
        count(outcome.good() ? "sent" : next.isPresent() ? "failed" : "dead", 1);
    }

    /** What is waiting for a webhook that somebody disabled meanwhile. */
    void disabled(TenantId tenant, UUID webhook) {
        count("dead", database.write(tenant, jdbc -> bury(jdbc, webhook)));
    }

    private Optional<Instant> next(Deliveries.Due due, Outcome outcome, Instant now) {
        return BackOff.OF_WEBHOOKS.after(due.attempts() + 1, random).map(delay -> {
            var asked = outcome.retryAfter();
            if (asked == null || asked.compareTo(delay) < 0) return now.plus(delay);
            return now.plus(asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT);
        });
    }

    private boolean failsTooLong(Webhook webhook, Instant now) {
        var since = webhook.failingSince();
        return since != null && !now.isBefore(since.plus(settings.disableAfter()));
    }

    private void disable(JdbcClient jdbc, TenantId tenant, UUID webhook, String because, Instant now) {
        jdbc.sql("update assessment.webhook set disabled_at = ?, disabled_because = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), because, webhook)
                .update();
        count("dead", bury(jdbc, webhook));
        var id = UUID.nameUUIDFromBytes((webhook + " disabled " + now).getBytes(StandardCharsets.UTF_8));
        notices.get()
                .tell(
                        jdbc,
                        tenant,
                        new Notice(
                                id,
                                NoticeKind.WEBHOOK_DISABLED,
                                About.webhook(webhook),
                                SYSTEM,
                                now,
                                Set.of(),
                                Set.of(Role.ADMIN)));
    }

    private static int bury(JdbcClient jdbc, UUID webhook) {
        return jdbc.sql("""
                        update assessment.webhook_delivery set state = 'dead', error = coalesce(error, 'disabled')
                        where webhook = ? and state = 'waiting'""").params(webhook).update();
    }

    private void count(String outcome, int times) {
        meters.counter("cairn.deliveries", "channel", Deliveries.CHANNEL, "outcome", outcome)
                .increment(times);
    }
}
