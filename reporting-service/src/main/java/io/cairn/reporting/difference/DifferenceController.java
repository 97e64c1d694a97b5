package io.cairn.reporting.difference;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.past.PastView;
import io.cairn.reporting.point.StagePointsView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /reports/units/{code}/difference}: from what was known at {@code fromRecorded} for the period {@code from} to
 * what was known at {@code toRecorded} for the period {@code to}. The same period twice tells what a correction changed.
 */
@RestController
class DifferenceController {
    private final TenantDatabase database;
    private final Differences differences;

    DifferenceController(TenantDatabase database, Differences differences) {
        this.database = database;
        this.differences = differences;
    }

    /** {@code to} is {@code from} when it is not given; times that are not given are now. */
    @GetMapping("/api/v1/reports/units/{code}/difference")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.REVIEWER, Role.AUDITOR})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME, PastView.NAME})
    Difference difference(
            Caller caller,
            @PathVariable("code") String code,
            @RequestParam("model") String model,
            @RequestParam("from") String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "fromRecorded", required = false) @Nullable String fromRecorded,
            @RequestParam(name = "toRecorded", required = false) @Nullable String toRecorded) {
        var question = Question.asked("code", code, model, from, to, fromRecorded, toRecorded);
        return database.read(caller.tenant(), jdbc -> question.answer(jdbc, caller.tenant(), differences));
    }
}
