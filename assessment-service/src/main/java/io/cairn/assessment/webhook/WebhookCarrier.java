package io.cairn.assessment.webhook;

import io.cairn.assessment.delivery.Carrier;
import io.cairn.assessment.delivery.Lane;
import io.cairn.assessment.delivery.Waiting;
import io.cairn.language.TenantId;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Delivers from the lanes of webhooks, of which each has its own. */
final class WebhookCarrier implements Carrier {
    /** As many tries as fit well into the time for which a lane is held, were each to take as long as it may. */
    private static final int MOST = 10;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Results results;
    private final Secrets secrets;
    private final WebhookSender sender;
    private final Clock clock;
    private final Duration keep;

    /** @param keep how long deliveries are shown that are done or dead */
    WebhookCarrier(
            Webhooks webhooks,
            Deliveries deliveries,
            Results results,
            Secrets secrets,
            WebhookSender sender,
            Clock clock,
            Duration keep) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.results = results;
        this.secrets = secrets;
        this.sender = sender;
        this.clock = clock;
        this.keep = keep;
    }

    @Override
    public String channel() {
        return Deliveries.CHANNEL;
    }

    /** Until one fails: what is wrong with the target is not found out ten times in a row. */
    @Override
    public void carry(Lane lane) {
        var tenant = lane.tenant();
        var id = UUID.fromString(lane.address());
        deliveries.forget(tenant, id, clock.instant().minus(keep));
        for (var due : deliveries.due(tenant, id, clock.instant(), MOST)) {
            var webhook = webhooks.find(tenant, id);
            if (webhook.isEmpty()) return;
            if (webhook.get().disabledAt() != null) {
                results.disabled(tenant, id);
                return;
            }
            var outcome = attempt(tenant, webhook.get(), due);
            results.record(tenant, webhook.get(), due, outcome);
            if (!outcome.good()) return;
        }
    }

    private Outcome attempt(TenantId tenant, Webhook webhook, Deliveries.Due due) {
        try {
            return Outcome.of(sender.post(URI.create(webhook.url()), headers(tenant, webhook, due), due.body()));
        } catch (IOException e) {
            return Outcome.of(e);
        }
    }

    private Map<String, String> headers(TenantId tenant, Webhook webhook, Deliveries.Due due) {
        var now = clock.instant();
        var id = "msg_" + due.message();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", Signature.of(holding(tenant, webhook, now), id, now, due.body()));
        return headers;
    }

    /** The newest first. */
    private ArrayList<byte[]> holding(TenantId tenant, Webhook webhook, Instant now) {
        var holding = new ArrayList<byte[]>();
        holding.add(secrets.secret(tenant, webhook.id(), webhook.generation()));
        var until = webhook.formerUntil();
        if (until != null && now.isBefore(until))
            holding.add(secrets.secret(tenant, webhook.id(), webhook.generation() - 1));
        return holding;
    }

    @Override
    public Optional<Waiting> waiting(JdbcClient database, Lane lane) {
        return Deliveries.waiting(database, UUID.fromString(lane.address()));
    }
}
