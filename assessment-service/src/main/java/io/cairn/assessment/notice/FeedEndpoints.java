package io.cairn.assessment.notice;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own feed. */
@RestController
@RequestMapping("/api/v1/notifications")
class FeedEndpoints {
    private final Feed feed;
    private final Paging paging;

    FeedEndpoints(Feed feed, Paging paging) {
        this.feed = feed;
        this.paging = paging;
    }

    /** A page of the feed. @param unread in the whole feed, 1,000 at most */
    record FeedPage(List<Feed.Item> items, @Nullable String next, int unread) {}

    record Until(UUID notification) {}

    /** The latest first. @param unread true for those only that were not read */
    @GetMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    @ReadsViews(WhenSomethingHappensThenTell.NAME)
    ResponseEntity<FeedPage> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Boolean unread,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var unreadOnly = Boolean.TRUE.equals(unread);
        ResponseEntity<Page<Feed.Item>> page = paging.page(
                caller,
                "notifications of " + caller.actor() + " " + unreadOnly,
                limit,
                cursor,
                (after, atMost) -> feed.before(
                        caller, unreadOnly, after == null ? Long.MAX_VALUE : Long.parseLong(after.getFirst()), atMost),
                item -> List.of(Long.toString(item.number())));
        var body = Objects.requireNonNull(page.getBody());
        return ResponseEntity.ok()
                .headers(page.getHeaders())
                .body(new FeedPage(body.items(), body.next(), feed.unread(caller)));
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<Void> read(Caller caller, @PathVariable UUID id) {
        if (!feed.read(caller, id)) throw Problem.notFound().exception();
        return ResponseEntity.noContent().build();
    }

    /** That one and all before it. */
    @PutMapping("/read-until")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<Void> readUntil(Caller caller, @RequestBody Until body) {
        if (!feed.readUntil(caller, body.notification()))
            throw Problem.invalidBody("/notification", "is none of the caller's")
                    .exception();
        return ResponseEntity.noContent().build();
    }
}
