package io.cairn.reporting.timetostage;

import io.cairn.language.Period;
import io.cairn.maturity.movement.TimeToStage.Waiting;
import io.cairn.maturity.survival.AalenJohansen;
import io.cairn.maturity.survival.Ending;
import io.cairn.maturity.survival.Followed;
import io.cairn.maturity.survival.KaplanMeier;
import io.cairn.maturity.survival.Span;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.journeys.Curve;
import io.cairn.reporting.journeys.Curve.Share;
import io.cairn.reporting.journeys.IntervalCurve;
import io.cairn.reporting.journeys.Journeys;
import io.cairn.reporting.journeys.Method;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.timetostage.TimeToStage.Point;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times until a stage. */
record TimeToStageReport(
        Scope scope,
        Journeys journeys,
        String stage,
        @Nullable String since) {
    private static final String TOO_FEW = "too-few-journeys";
    private static final String SHARED =
            "Left truncation: the clock is the same for all, and a unit that came later enters when it was first seen. A "
                    + "unit that had been at the stage by then is left out.";
    private static final String OWN =
            " A unit first found at a later stage, or at this one where it is not the first, is left out, for when its "
                    + "clock started is unknown.";

    TimeToStage report() {
        var goal = journeys.ordinal("stage", stage);
        var start = since == null ? null : journeys.ordinal("since", since);
        if (start != null && start >= goal)
            throw Problem.badParameter("since", "since is a lower stage than stage")
                    .exception();
        var times = new io.cairn.maturity.movement.TimeToStage(goal, start, journeys.window(scope));
        var waiting = times.of(journeys.all());
        var spans = waiting.spans();
        var told = Followed.of(spans, Curve.FEWEST);
        var followed = told == null ? List.<Span>of() : told.spans();
        var reaching = KaplanMeier.of(leavingCensored(followed));
        return new TimeToStage(
                scope.model().value(),
                journeys.stage(goal),
                start == null ? null : journeys.stage(start),
                text(scope.from()),
                text(scope.to()),
                journeys.versions(),
                units(waiting),
                Curve.ESTIMATOR,
                told == null ? null : (Double) told.since(),
                told == null ? null : Curve.Median.of(reaching.median()),
                told == null ? null : points(reaching, AalenJohansen.of(followed)),
                IntervalCurve.of(times.intervals(journeys.all())),
                told == null ? TOO_FEW : null,
                Method.of(journeys, start == null ? SHARED : Method.TRUNCATED + OWN, Method.CURVES));
    }

    private static List<Span> leavingCensored(List<Span> spans) {
        return spans.stream()
                .map(it -> it.ending() == Ending.LEAVE ? new Span(it.entry(), it.exit(), null) : it)
                .toList();
    }

    private static TimeToStage.Units units(Waiting waiting) {
        var spans = waiting.spans();
        return new TimeToStage.Units(
                spans.size(),
                waiting.late(),
                ended(spans, Ending.ADVANCE),
                ended(spans, Ending.LEAVE),
                ended(spans, null),
                waiting.alreadyThere(),
                waiting.unknownBeginning());
    }

    private static int ended(List<Span> spans, @Nullable Ending ending) {
        return (int) spans.stream().filter(it -> it.ending() == ending).count();
    }

    /** Both change when a unit reaches the stage; when one leaves, only what leaves does. */
    private static List<Point> points(KaplanMeier reaching, AalenJohansen ways) {
        var points = new ArrayList<Point>();
        var next = 0;
        Share notReached = null;
        for (var way : ways.steps()) {
            if (next < reaching.steps().size() && reaching.steps().get(next).time() == way.time())
                notReached = Share.of(reaching.steps().get(next++));
            points.add(new Point(
                    way.time(),
                    way.atRisk(),
                    notReached,
                    Share.of(way.of(Ending.ADVANCE)),
                    Share.of(way.of(Ending.LEAVE)),
                    way.survival()));
        }
        return points;
    }

    private static @Nullable String text(@Nullable Period period) {
        return period == null ? null : period.toString();
    }
}
