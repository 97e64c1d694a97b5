package io.cairn.assessment.mail;

import static io.cairn.platform.identity.Role.ADMIN;

import io.cairn.assessment.delivery.Courier;
import io.cairn.language.ActorId;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
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

/** What mail was sent to whom, what waits, and what was given up. */
@RestController
@RequestMapping("/api/v1/notifications/mails")
class MailEndpoints {
    private final Mails mails;
    private final Courier courier;
    private final Paging paging;
    private final Clock clock;

    MailEndpoints(Mails mails, Courier courier, Paging paging, Clock clock) {
        this.mails = mails;
        this.courier = courier;
        this.paging = paging;
        this.clock = clock;
    }

    /** The latest first. */
    @GetMapping
    @Allowed(ADMIN)
    ResponseEntity<Page<Mails.Item>> list(
            Caller caller,
            @RequestParam(required = false) Mails.@Nullable State state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return paging.page(
                caller,
                "mails " + state,
                limit,
                cursor,
                (before, atMost) -> mails.before(caller.tenant(), state, before, atMost),
                Mails::key);
    }

    /** Sends it once more, from the beginning of its tries. */
    @PostMapping("/{notification}/resending")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(ADMIN)
    ResponseEntity<Void> again(Caller caller, @PathVariable UUID notification, @RequestParam ActorId actor) {
        if (!mails.again(caller.tenant(), notification, actor, clock.instant()))
            throw Problem.notFound().exception();
        courier.hurry();
        return ResponseEntity.accepted().build();
    }
}
