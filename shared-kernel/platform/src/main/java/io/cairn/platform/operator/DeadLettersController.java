package io.cairn.platform.operator;

import io.cairn.eventstore.projection.DeadLetter;
import io.cairn.eventstore.projection.Projections;
import io.cairn.eventstore.projection.Replay;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events that views and policies have set aside. */
@RestController
@RequestMapping("/api/v1/operator/dead-letters")
class DeadLettersController {
    private final Projections projections;

    DeadLettersController(Projections projections) {
        this.projections = projections;
    }

    /** @param stream whose events are to be taken once more */
    record ReplayRequest(String projection, UUID stream) {}

    /** Their cursor is the position of the last one: there is no tenant whose secret it could be. */
    @GetMapping
    @Allowed(Role.OPERATOR)
    @Operation(
            summary = "Events that a view or policy could not take, and those behind them in their streams",
            description =
                    "In the order of events. One without an error only waits behind an earlier one of its stream.")
    Page<DeadLetter> list(
            @RequestParam String projection,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var size = limit == null ? Paging.DEFAULT_LIMIT : limit;
        if (size < 1 || size > Paging.MAX_LIMIT)
            throw Problem.badParameter("limit", "is between 1 and " + Paging.MAX_LIMIT)
                    .exception();
        if (!known(projection))
            throw Problem.badParameter("projection", "names no view or policy of this service")
                    .exception();
        return page(projections.deadLetters(projection, behind(cursor), size + 1), size);
    }

    private static Page<DeadLetter> page(List<DeadLetter> letters, int size) {
        if (letters.size() <= size) return new Page<>(letters, null);
        var items = List.copyOf(letters.subList(0, size));
        return new Page<>(items, Long.toString(items.getLast().position()));
    }

    private static long behind(@Nullable String cursor) {
        if (cursor == null) return 0;
        if (!cursor.matches("[0-9]{1,18}"))
            throw Problem.badParameter("cursor", "is not one that this list gave")
                    .exception();
        return Long.parseLong(cursor);
    }

    @PostMapping("/replay")
    @Allowed(Role.OPERATOR)
    @Operation(
            summary = "Take the events of one stream once more that were set aside",
            description = "In their order, until one fails again. Those taken are gone from the list.")
    Replay replay(@RequestBody ReplayRequest request) {
        if (!known(request.projection()))
            throw Problem.invalidBody("/projection", "names no view or policy of this service")
                    .exception();
        return projections.replay(request.projection(), request.stream());
    }

    private boolean known(String projection) {
        return projections.names().contains(projection);
    }
}
