package io.cairn.platform.identity;

import io.cairn.language.WellFormed;
import io.cairn.platform.access.AccessKind;
import io.cairn.platform.access.AccessLog;
import io.cairn.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

/** A tenant's keys. */
@RestController
@RequestMapping("/api/v1/keys")
class KeysController {
    /** @param expiresAt the longest life allowed from now when left out */
    record KeyRequest(String name, Role role, @Nullable Instant expiresAt) {
        KeyRequest {
            WellFormed.name("name", name, 200);
        }
    }

    /** @param overlapHours for which the key before is taken too: 24 when left out, 720 at most
     *  @param expiresAt the longest life allowed from now when left out */
    record RotationRequest(
            @Nullable Integer overlapHours, @Nullable Instant expiresAt) {}

    /** @param formerUntil so long the key before is taken at most */
    record Rotated(UUID id, String key, Instant formerUntil) {}

    record KeyList(List<ApiKeys.KeyInfo> items) {}

    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final StoredApiKeys keys;
    private final SecurityProperties settings;
    private final AccessLog log;
    private final Clock clock;

    KeysController(StoredApiKeys keys, SecurityProperties settings, AccessLog log, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.ADMIN)
    ResponseEntity<ApiKeys.NewKey> create(Caller caller, HttpServletRequest from, @RequestBody KeyRequest request) {
        if (request.role() == Role.OPERATOR)
            throw Problem.invalidBody("/role", "no key of a tenant can be the operator's")
                    .exception();
        var key = keys.create(
                caller.tenant(),
                request.name(),
                request.role(),
                expiry(request.expiresAt()),
                caller.actor().value());
        log.note(
                AccessKind.KEY_MADE,
                caller.tenant(),
                caller.actor(),
                from.getRemoteAddr(),
                "key:" + key.id() + " " + request.role().name().toLowerCase(Locale.ROOT));
        return ResponseEntity.created(URI.create("/api/v1/keys/" + key.id())).body(key);
    }

    @GetMapping
    @Allowed(Role.ADMIN)
    KeyList list(Caller caller) {
        return new KeyList(keys.list(caller.tenant()));
    }

    /**
     * Another key for the same machine, told once. The one before is taken for a while, so that it can be changed
     * everywhere.
     */
    @PostMapping("/{id}/rotation")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.ADMIN)
    ResponseEntity<Rotated> rotate(
            Caller caller, HttpServletRequest from, @PathVariable UUID id, @RequestBody RotationRequest request) {
        var overlap = request.overlapHours() == null ? USUAL_OVERLAP : Duration.ofHours(request.overlapHours());
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0)
            throw Problem.invalidBody("/overlapHours", "is 0 to " + LONGEST_OVERLAP.toHours())
                    .exception();
        var until = clock.instant().plus(overlap);
        var key = keys.rotate(caller.tenant(), id, overlap, expiry(request.expiresAt()))
                .orElseThrow(() -> Problem.notFound().exception());
        log.note(AccessKind.KEY_MADE, caller.tenant(), caller.actor(), from.getRemoteAddr(), "key:" + id + " rotated");
        return ResponseEntity.status(201).body(new Rotated(key.id(), key.key(), until));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.ADMIN)
    ResponseEntity<Void> revoke(Caller caller, HttpServletRequest from, @PathVariable UUID id) {
        if (!keys.revoke(caller.tenant(), id)) throw Problem.notFound().exception();
        log.note(AccessKind.KEY_REVOKED, caller.tenant(), caller.actor(), from.getRemoteAddr(), "key:" + id);
        return ResponseEntity.noContent().build();
    }

    private Instant expiry(@Nullable Instant asked) {
        var now = clock.instant();
        var latest = now.plus(settings.maxKeyLife());
        if (asked == null) return latest;
        if (!asked.isAfter(now))
            throw Problem.invalidBody("/expiresAt", "lies in the past").exception();
        if (asked.isAfter(latest))
            throw Problem.invalidBody(
                            "/expiresAt", "a key lives " + settings.maxKeyLife().toDays() + " days at most")
                    .exception();
        return asked;
    }
}
