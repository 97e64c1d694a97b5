package io.cairn.assessment.webhook;

import static io.cairn.platform.identity.Role.ADMIN;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.assessment.notice.NoticeKind;
import io.cairn.language.InvalidValue;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the tenant is told by HTTP. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookEndpoints {
    private final Webhooks webhooks;
    private final Secrets secrets;
    private final Targets targets;
    private final WebhookProperties settings;
    private final Clock clock;

    WebhookEndpoints(Webhooks webhooks, Secrets secrets, Targets targets, WebhookProperties settings, Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.targets = targets;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param kinds of notices by their words; none means all, those too that come later */
    record NewWebhook(String url, List<String> kinds) {}

    /**
     * A webhook as the API shows it.
     *
     * @param secret told here and never again
     * @param formerUntil so long messages are signed with the secret of before, too
     * @param failingSince nothing has got through since then
     * @param disabledBecause {@code gone}, since the target answered 410, or {@code failing}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            UUID id,
            String url,
            List<String> kinds,
            Instant createdAt,
            @Nullable String secret,
            @Nullable Instant formerUntil,
            @Nullable Instant failingSince,
            @Nullable Instant disabledAt,
            @Nullable String disabledBecause) {
        static Shown of(Webhook it, @Nullable String secret) {
            return new Shown(
                    it.id(),
                    it.url(),
                    it.kinds().stream().sorted().toList(),
                    it.createdAt(),
                    secret,
                    it.formerUntil(),
                    it.failingSince(),
                    it.disabledAt(),
                    it.disabledBecause());
        }
    }

    record ShownList(List<Shown> items) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(ADMIN)
    ResponseEntity<Shown> add(Caller caller, @RequestBody NewWebhook body) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var webhook =
                new Webhook(UUID.randomUUID(), url(body.url()), kinds(body.kinds()), 0, null, now, null, null, null);
        if (!webhooks.add(caller.tenant(), webhook, caller.actor(), settings.most()))
            throw Problem.of(409, "too-many-webhooks", "There are as many webhooks as there may be.")
                    .detail("A tenant has " + settings.most() + " at most.")
                    .exception();
        return ResponseEntity.created(URI.create("/api/v1/webhooks/" + webhook.id()))
                .body(withSecret(caller, webhook));
    }

    @GetMapping
    @Allowed(ADMIN)
    ShownList list(Caller caller) {
        return new ShownList(webhooks.all(caller.tenant()).stream()
                .map(it -> Shown.of(it, null))
                .toList());
    }

    @GetMapping("/{id}")
    @Allowed(ADMIN)
    Shown show(Caller caller, @PathVariable UUID id) {
        return Shown.of(webhooks.find(caller.tenant(), id).orElseThrow(WebhookEndpoints::notFound), null);
    }

    /** What waits for it is not sent any more. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(ADMIN)
    ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id) {
        if (!webhooks.remove(caller.tenant(), id)) throw notFound();
        return ResponseEntity.noContent().build();
    }

    /** Another secret; the one before holds on for a while, so that receivers can change over. */
    @PostMapping("/{id}/rotation")
    @Allowed(ADMIN)
    Shown rotate(Caller caller, @PathVariable UUID id) {
        var until = clock.instant().plus(settings.former());
        return withSecret(caller, webhooks.rotate(caller.tenant(), id, until).orElseThrow(WebhookEndpoints::notFound));
    }

    /** Once more, after it was disabled. What died meanwhile is sent again by asking for it. */
    @PostMapping("/{id}/enabling")
    @Allowed(ADMIN)
    Shown enable(Caller caller, @PathVariable UUID id) {
        return Shown.of(webhooks.enable(caller.tenant(), id).orElseThrow(WebhookEndpoints::notFound), null);
    }

    private Shown withSecret(Caller caller, Webhook webhook) {
        return Shown.of(webhook, Secrets.text(secrets.secret(caller.tenant(), webhook.id(), webhook.generation())));
    }

    private String url(String text) {
        try {
            return targets.checked(text).toString();
        } catch (InvalidValue e) {
            throw Problem.invalidBody("/url", String.valueOf(e.getMessage())).exception();
        }
    }

    private static Set<String> kinds(List<String> said) {
        var kinds = new HashSet<String>();
        for (var i = 0; i < said.size(); i++) {
            try {
                kinds.add(NoticeKind.of(said.get(i)).word());
            } catch (InvalidValue e) {
                throw Problem.invalidBody("/kinds/" + i, String.valueOf(e.getMessage()))
                        .exception();
            }
        }
        return kinds;
    }

    static RuntimeException notFound() {
        return Problem.notFound().exception();
    }
}
