package io.cairn.assessment.webhook;

import static io.cairn.platform.identity.Role.ADMIN;

import io.cairn.assessment.delivery.Courier;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was sent to a webhook, what waits, and what was given up. */
@RestController
@RequestMapping("/api/v1/webhooks/{id}")
class DeliveryEndpoints {
    private final TenantDatabase database;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Payload payload;
    private final Courier courier;
    private final Paging paging;
    private final Clock clock;

    DeliveryEndpoints(
            TenantDatabase database,
            Webhooks webhooks,
            Deliveries deliveries,
            Payload payload,
            Courier courier,
            Paging paging,
            Clock clock) {
        this.database = database;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.payload = payload;
        this.courier = courier;
        this.paging = paging;
        this.clock = clock;
    }

    record Accepted(UUID message) {}

    /** The latest first. */
    @GetMapping("/deliveries")
    @Allowed(ADMIN)
    ResponseEntity<Page<Deliveries.Delivery>> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) Deliveries.@Nullable State state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        known(caller, id);
        return paging.page(
                caller,
                "deliveries of " + id + " " + state,
                limit,
                cursor,
                (before, atMost) -> deliveries.before(caller.tenant(), id, state, before, atMost),
                Deliveries::key);
    }

    /** Sends a message of the type {@code webhook.test}; what came of it is among the deliveries. */
    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(ADMIN)
    ResponseEntity<Accepted> test(Caller caller, @PathVariable UUID id) {
        enabled(known(caller, id));
        var message = UUID.randomUUID();
        var now = clock.instant();
        var body = payload.of(Payload.TEST, now, message, null);
        database.write(caller.tenant(), jdbc -> {
            Deliveries.add(jdbc, caller.tenant(), id, message, Payload.TEST, body, now);
            return true;
        });
        return accepted(id, message);
    }

    /** Sends it once more, from the beginning of its tries; {@code webhook-id} stays what it was. */
    @PostMapping("/deliveries/{message}/resending")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(ADMIN)
    ResponseEntity<Accepted> again(Caller caller, @PathVariable UUID id, @PathVariable UUID message) {
        enabled(known(caller, id));
        if (!deliveries.again(caller.tenant(), id, message, clock.instant())) throw WebhookEndpoints.notFound();
        return accepted(id, message);
    }

    private ResponseEntity<Accepted> accepted(UUID id, UUID message) {
        courier.hurry();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/webhooks/" + id + "/deliveries"))
                .body(new Accepted(message));
    }

    private Webhook known(Caller caller, UUID id) {
        return webhooks.find(caller.tenant(), id).orElseThrow(WebhookEndpoints::notFound);
    }

    private static void enabled(Webhook webhook) {
        if (webhook.disabledAt() != null)
            throw Problem.of(409, "webhook-is-disabled", "The webhook is disabled.")
                    .detail("Enable it first.")
                    .exception();
    }
}
