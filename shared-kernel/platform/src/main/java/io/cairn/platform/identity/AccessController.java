package io.cairn.platform.identity;

import io.cairn.platform.access.AccessEntry;
import io.cairn.platform.access.AccessKind;
import io.cairn.platform.access.AccessLog;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The security log: a tenant's own for its admins and auditors, and for the operator what belongs to no tenant. */
@RestController
class AccessController {
    private static final String KINDS = "one of signed-in, refused, denied, limited, key-made, key-revoked, operated";

    private final AccessLog log;
    private final Paging paging;

    AccessController(AccessLog log, Paging paging) {
        this.log = log;
        this.paging = paging;
    }

    @GetMapping("/api/v1/audit/access")
    @Allowed({Role.ADMIN, Role.AUDITOR})
    @Operation(
            summary = "Sign-ins, denials, keys made and revoked, the latest first",
            description = "What other nodes saw in the last seconds may come later. kind: " + KINDS)
    ResponseEntity<Page<AccessEntry>> own(
            Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var wanted = kind(kind);
        return paging.page(
                caller,
                "access " + wanted,
                limit,
                cursor,
                (behind, atMost) -> log.behind(
                        caller.tenant(), behind == null ? null : Long.valueOf(behind.getFirst()), wanted, atMost),
                entry -> List.of(Long.toString(entry.number())));
    }

    /** Its cursor is the number of the last entry: there is no tenant whose secret it could be. */
    @GetMapping("/api/v1/operator/access")
    @Allowed(Role.OPERATOR)
    @Operation(
            summary = "What the operator did, and who was turned away unknown, the latest first",
            description = "kind: " + KINDS)
    Page<AccessEntry> platform(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var size = limit == null ? Paging.DEFAULT_LIMIT : limit;
        if (size < 1 || size > Paging.MAX_LIMIT)
            throw Problem.badParameter("limit", "is between 1 and " + Paging.MAX_LIMIT)
                    .exception();
        if (cursor != null && !cursor.matches("[0-9]{1,18}"))
            throw Problem.badParameter("cursor", "is not one that this list gave")
                    .exception();
        var entries = log.behind(null, cursor == null ? null : Long.valueOf(cursor), kind(kind), size + 1);
        if (entries.size() <= size) return new Page<>(entries, null);
        var items = List.copyOf(entries.subList(0, size));
        return new Page<>(items, Long.toString(items.getLast().number()));
    }

    private static @Nullable AccessKind kind(@Nullable String said) {
        if (said == null) return null;
        for (var kind : AccessKind.values())
            if (kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(said)) return kind;
        throw Problem.badParameter("kind", "is " + KINDS).exception();
    }
}
