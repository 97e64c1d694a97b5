package io.cairn.reporting.quarterly;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.audit.AnswerChanges;
import io.cairn.reporting.audit.AnswerChangesView;
import io.cairn.reporting.definition.Definitions;
import io.cairn.reporting.export.FileName;
import io.cairn.reporting.export.Slots;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.milestone.TargetsView;
import io.cairn.reporting.past.PastView;
import io.cairn.reporting.pdf.Book;
import io.cairn.reporting.pdf.Paper;
import io.cairn.reporting.plan.Plans;
import io.cairn.reporting.plan.PlansView;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.reporting.request.Asked;
import io.cairn.reporting.rollup.RollUps;
import io.cairn.reporting.summary.Summaries;
import io.cairn.reporting.timeline.Timelines;
import io.cairn.reporting.wording.Language;
import io.cairn.reporting.wording.Wording;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /exports/quarterly}: the report of a quarter as a PDF. With {@code unit} it is that unit's, with
 * {@code under} that of a unit and all below it, with neither the whole company's. Who said what stands in it for those
 * who may read the audit.
 */
@RestController
class QuarterlyController {
    private static final Set<Role> AUDIT = Set.of(Role.ADMIN, Role.AUDITOR, Role.FACILITATOR, Role.REVIEWER);

    private final TenantDatabase database;
    private final Timelines timelines;
    private final RollUps rollUps;
    private final Plans plans;
    private final AnswerChanges changes;
    private final Summaries summaries;
    private final Definitions definitions;
    private final Slots slots;
    private final Clock clock;

    QuarterlyController(
            TenantDatabase database,
            Timelines timelines,
            RollUps rollUps,
            Plans plans,
            AnswerChanges changes,
            Summaries summaries,
            Definitions definitions,
            Slots slots,
            Clock clock) {
        this.database = database;
        this.timelines = timelines;
        this.rollUps = rollUps;
        this.plans = plans;
        this.changes = changes;
        this.summaries = summaries;
        this.definitions = definitions;
        this.slots = slots;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/exports/quarterly", produces = "application/pdf")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({
        KnownView.NAME,
        StagePointsView.NAME,
        PastView.NAME,
        AnswerChangesView.NAME,
        TargetsView.NAME,
        PlansView.NAME
    })
    ResponseEntity<byte[]> quarterly(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam("period") String period,
            @RequestParam(name = "unit", required = false) @Nullable String unit,
            @RequestParam(name = "under", required = false) @Nullable String under,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestParam(name = "format", defaultValue = "pdf") String format,
            @RequestParam(name = "language", required = false) @Nullable String language,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        if (!format.equals("pdf"))
            throw Problem.badParameter("format", "must be pdf").exception();
        var one = Asked.unitIfAny("unit", unit);
        var top = Asked.unitIfAny("under", under);
        if (one != null && top != null)
            throw Problem.badParameter("under", "a report is of a unit, or of all below one")
                    .exception();
        var key = Asked.model(model);
        var asked = Asked.period("period", period);
        var at = Asked.recordedAt(recordedAt);
        var words = Wording.in(Objects.requireNonNullElse(Language.wanted(language, accepted), Language.EN));
        var tenant = caller.tenant();
        var slot = slots.take(tenant);
        try {
            var file = database.read(tenant, jdbc -> {
                KnownUnits.require(jdbc, tenant, one);
                KnownUnits.require(jdbc, tenant, top);
                var quarter = new Quarter(
                        tenant,
                        KnownModel.require(jdbc, tenant, key),
                        asked,
                        TenantCalendar.of(jdbc, tenant).days(asked),
                        at,
                        clock.instant(),
                        !Collections.disjoint(caller.roles(), AUDIT),
                        words);
                var told = summaries.told(jdbc, tenant, key, one, top, asked, at, words.language());
                if (one == null) {
                    var report = PortfolioReport.read(jdbc, quarter, told, top, rollUps, plans);
                    return book(quarter, report.name(), it -> report.write(it, Paper.A4.width()));
                }
                var timeline = timelines.answer(jdbc, tenant, new Timelines.Question(one, key, null, asked, at));
                var report = UnitReport.read(jdbc, quarter, told, one, timeline, plans, changes, definitions);
                return book(quarter, report.name(), it -> report.write(it, Paper.A4.width()));
            });
            var parts = Stream.of(unit, under, model, period)
                    .filter(Objects::nonNull)
                    .toList();
            return answer(file, words, parts);
        } finally {
            slot.close();
        }
    }

    private static byte[] book(Quarter quarter, String name, Consumer<Book> writing) {
        var words = quarter.words();
        var out = new ByteArrayOutputStream();
        var title = words.say("report.quarterly") + " · " + name + " · " + quarter.period();
        var book = new Book(
                out,
                Paper.A4,
                title,
                title + " · " + quarter.known(),
                words.say("pdf.page", "{0}", "{1}"),
                words.language().tag(),
                quarter.generated());
        writing.accept(book);
        book.end();
        return out.toByteArray();
    }

    private static ResponseEntity<byte[]> answer(byte[] file, Wording words, List<String> parts) {
        return ResponseEntity.ok()
                .header("Content-Type", "application/pdf")
                .header(
                        "Content-Disposition",
                        FileName.of(words.say("report.quarterly"), parts, "pdf").disposition(true))
                .header("Content-Language", words.language().tag())
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language")
                .body(file);
    }
}
