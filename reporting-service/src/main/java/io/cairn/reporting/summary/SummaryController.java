package io.cairn.reporting.summary;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.milestone.TargetsView;
import io.cairn.reporting.past.PastView;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.reporting.request.Asked;
import java.time.Clock;
import java.time.LocalDate;
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
    private final Clock clock;

    SummaryController(TenantDatabase database, Summaries summaries, Clock clock) {
        this.database = database;
        this.summaries = summaries;
        this.clock = clock;
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
        var tenant = caller.tenant();
        var key = Asked.model(model);
        var one = Asked.unitIfAny("unit", unit);
        var top = Asked.unitIfAny("under", under);
        if (one != null && top != null)
            throw Problem.badParameter("under", "either a unit or what is under one")
                    .exception();
        var given = Asked.periodIfAny("period", period);
        var recorded = Asked.instantIfAny("recordedAt", recordedAt);
        var language = Phrases.language(accepted);
        var summary = database.read(tenant, jdbc -> {
            KnownUnits.require(jdbc, tenant, one);
            KnownUnits.require(jdbc, tenant, top);
            var asked = new Summaries.Asked(
                    key,
                    given == null ? TenantCalendar.of(jdbc, tenant).periodOf(LocalDate.now(clock)) : given,
                    recorded,
                    recorded == null ? Asked.NOW : recorded,
                    language);
            return one == null ? summaries.ofAll(jdbc, tenant, top, asked) : summaries.ofUnit(jdbc, tenant, one, asked);
        });
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(summary);
    }
}
