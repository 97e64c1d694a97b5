package io.cairn.reporting.summary;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.milestone.TargetsView;
import io.cairn.reporting.past.PastView;
import io.cairn.reporting.point.StagePointsView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /reports/summary}: a period in sentences, of a {@code unit}, of the units {@code under} one, or of all; in the
 * language of {@code Accept-Language} (en, fr, nl). It says what was found and decided, and names nobody.
 */
@RestController
class SummaryController {
    private final TenantDatabase database;
    private final Summaries summaries;

    SummaryController(TenantDatabase database, Summaries summaries) {
        this.database = database;
        this.summaries = summaries;
    }

    /** Without {@code period} it is the one of today. */
    @GetMapping("/api/v1/reports/summary")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME, PastView.NAME, TargetsView.NAME})
    ResponseEntity<Summary> summary(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam(name = "unit", required = false) @Nullable String unit,
            @RequestParam(name = "under", required = false) @Nullable String under,
            @RequestParam(name = "period", required = false) @Nullable String period,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        var language = Phrases.language(accepted);
        var question = Question.asked(model, unit, under, period, recordedAt, language);
        var summary = database.read(caller.tenant(), jdbc -> summaries.of(jdbc, caller.tenant(), question));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(summary);
    }
}
