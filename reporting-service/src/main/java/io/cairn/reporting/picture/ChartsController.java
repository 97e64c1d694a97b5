package io.cairn.reporting.picture;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.chart.Drawing;
import io.cairn.reporting.chart.Svg;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.milestone.Milestones;
import io.cairn.reporting.milestone.TargetsView;
import io.cairn.reporting.movement.Movements;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.reporting.request.Asked;
import io.cairn.reporting.rollup.RollUps;
import io.cairn.reporting.timeline.Timelines;
import io.cairn.reporting.wording.Language;
import io.cairn.reporting.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /charts/….svg}: a report as a picture. The same question to the same state of the views gets the same bytes.
 * A picture holds no script and refers to nothing, so that it can be shown under any content security policy.
 */
@RestController
@RequestMapping(path = "/api/v1/charts", produces = ChartsController.SVG)
class ChartsController {
    static final String SVG = "image/svg+xml";

    private static final double WIDTH = 640;

    private final TenantDatabase database;
    private final Timelines timelines;
    private final RollUps rollUps;
    private final Clock clock;

    ChartsController(TenantDatabase database, Timelines timelines, RollUps rollUps, Clock clock) {
        this.database = database;
        this.timelines = timelines;
        this.rollUps = rollUps;
        this.clock = clock;
    }

    /** A unit's stages, period by period, with its targets. */
    @GetMapping("/journey.svg")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME, TargetsView.NAME})
    ResponseEntity<byte[]> journey(
            Caller caller,
            @RequestParam("unit") String unit,
            @RequestParam("model") String model,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestParam(name = "language", required = false) @Nullable String language,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        var asked = new Timelines.Question(
                Asked.unit("unit", unit),
                Asked.model(model),
                Asked.periodIfAny("from", from),
                Asked.periodIfAny("to", to),
                Asked.recordedAt(recordedAt));
        var words = words(language, accepted);
        return svg(words, database.read(caller.tenant(), jdbc -> {
            var tenant = caller.tenant();
            var timeline = timelines.answer(jdbc, tenant, asked);
            var known = KnownModel.require(jdbc, tenant, asked.model());
            var targets = Milestones.ofWhole(jdbc, tenant, asked.unit(), known, asked.at());
            return new Pictures(known, words, WIDTH).journey(timeline, targets);
        }));
    }

    /**
     * The scores of a unit's dimensions in its latest result up to {@code period}, against the result before. 404 where
     * there is none.
     */
    @GetMapping("/dimensions.svg")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME})
    ResponseEntity<byte[]> dimensions(
            Caller caller,
            @RequestParam("unit") String unit,
            @RequestParam("model") String model,
            @RequestParam(name = "period", required = false) @Nullable String period,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestParam(name = "language", required = false) @Nullable String language,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        var asked = new Timelines.Question(
                Asked.unit("unit", unit),
                Asked.model(model),
                null,
                Asked.periodIfAny("period", period),
                Asked.recordedAt(recordedAt));
        var words = words(language, accepted);
        return svg(words, database.read(caller.tenant(), jdbc -> {
            var scored = timelines.answer(jdbc, caller.tenant(), asked).points().stream()
                    .filter(it -> !it.dimensions().isEmpty())
                    .toList();
            if (scored.isEmpty()) throw Problem.notFound().exception();
            return new Pictures(KnownModel.require(jdbc, caller.tenant(), asked.model()), words, WIDTH)
                    .dimensions(unit, scored.getLast(), scored.size() < 2 ? null : scored.get(scored.size() - 2));
        }));
    }

    /** Units and periods, each with its stage: 60 units and 40 periods at most. */
    @GetMapping("/heat-map.svg")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME})
    ResponseEntity<byte[]> heatMap(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "under", required = false) @Nullable String under,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestParam(name = "language", required = false) @Nullable String language,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        var key = Asked.model(model);
        var first = Asked.periodIfAny("from", from);
        var last = Asked.periodIfAny("to", to);
        var top = Asked.unitIfAny("under", under);
        var at = Asked.recordedAt(recordedAt);
        var words = words(language, accepted);
        return svg(words, database.read(caller.tenant(), jdbc -> {
            var tenant = caller.tenant();
            KnownUnits.require(jdbc, tenant, top);
            var known = KnownModel.require(jdbc, tenant, key);
            var day = last == null
                    ? LocalDate.now(clock)
                    : TenantCalendar.of(jdbc, tenant).days(last).to();
            var grid = UnitGrid.read(
                    jdbc,
                    tenant,
                    new UnitGrid.Question(
                            key,
                            first == null ? Integer.MIN_VALUE : PeriodOrder.startOf(first),
                            last == null ? Integer.MAX_VALUE : PeriodOrder.endOf(last),
                            top,
                            day,
                            at));
            return new Pictures(known, words, WIDTH).heatMap(grid);
        }));
    }

    /** Where the units of one period stood in another; both sides add up to the cohort. */
    @GetMapping("/movement.svg")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME})
    ResponseEntity<byte[]> movement(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestParam(name = "under", required = false) @Nullable String under,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestParam(name = "language", required = false) @Nullable String language,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        var asked = Movements.Question.of(model, from, to, under, recordedAt);
        var words = words(language, accepted);
        return svg(
                words,
                database.read(
                        caller.tenant(),
                        jdbc -> new Pictures(KnownModel.require(jdbc, caller.tenant(), asked.model()), words, WIDTH)
                                .movement(Movements.answer(jdbc, caller.tenant(), asked))));
    }

    /** How many units are at each stage. */
    @GetMapping("/stages.svg")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME})
    ResponseEntity<byte[]> stages(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam("period") String period,
            @RequestParam(name = "under", required = false) @Nullable String under,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestParam(name = "language", required = false) @Nullable String language,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        var asked = new RollUps.Question(
                Asked.model(model),
                Asked.period("period", period),
                Asked.unitIfAny("under", under),
                Asked.recordedAt(recordedAt));
        var words = words(language, accepted);
        return svg(words, database.read(caller.tenant(), jdbc -> {
            var tenant = caller.tenant();
            return new Pictures(KnownModel.require(jdbc, tenant, asked.model()), words, WIDTH)
                    .stages(rollUps.all(jdbc, tenant, asked), period);
        }));
    }

    private static Wording words(@Nullable String language, @Nullable String accepted) {
        return Wording.in(Objects.requireNonNullElse(Language.wanted(language, accepted), Language.EN));
    }

    private static ResponseEntity<byte[]> svg(Wording words, Drawing drawing) {
        return ResponseEntity.ok()
                .header("Content-Type", SVG + ";charset=UTF-8")
                .header("Content-Language", words.language().tag())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language")
                .body(Svg.of(drawing).getBytes(StandardCharsets.UTF_8));
    }
}
