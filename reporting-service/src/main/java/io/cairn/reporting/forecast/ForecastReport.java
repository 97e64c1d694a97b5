package io.cairn.reporting.forecast;

import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import io.cairn.maturity.movement.Exposure;
import io.cairn.maturity.movement.Forecast;
import io.cairn.maturity.movement.Forecast.Told;
import io.cairn.maturity.movement.Forecast.Untold;
import io.cairn.maturity.movement.Journey;
import io.cairn.maturity.movement.Rate;
import io.cairn.maturity.movement.Seen;
import io.cairn.maturity.movement.Spell;
import io.cairn.maturity.movement.Window;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.forecast.StageForecast.Frequency;
import io.cairn.reporting.forecast.StageForecast.Refusal;
import io.cairn.reporting.journeys.Journeys;
import io.cairn.reporting.journeys.Method;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.known.KnownModel.NamedStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is to come. */
record ForecastReport(
        Scope scope, Journeys journeys, @Nullable UnitCode unit, Period until) {
    private static final int MOST_POINTS = 40;
    private static final double MONTHS = 12;
    private static final String LEFT = "left";
    private static final String MODEL =
            "P(t) = exp(Λt), Λ of the rates in basis: the chance to move is the same every year, and however long a unit "
                    + "has been at its stage. What was never seen to happen has no chance.";
    private static final String INTERVALS =
            "95 %, percentiles of 500 bootstrap draws of units with a fixed seed: the error of the rates, not what chance "
                    + "will do to a single unit.";

    StageForecast report() {
        var window = journeys.window(scope);
        var starts = journeys.all().stream()
                .filter(it -> unit == null || it.unit().equals(unit.value()))
                .filter(it -> isThere(it, scope.window()))
                .map(Journey::last)
                .toList();
        var periods = periods(starts);
        var forecast = Forecast.of(
                journeys.ordinals(),
                journeys.all(),
                window,
                starts,
                periods.stream().map(Period::endMonth).toList());
        var exposure = Exposure.of(
                journeys.ordinals(),
                journeys.all().stream()
                        .flatMap(it -> Spell.of(it, window).stream())
                        .toList(),
                window);
        return new StageForecast(
                scope.model().value(),
                unit == null ? null : unit.value(),
                text(scope.from()),
                text(scope.to()),
                until.toString(),
                starts.size(),
                forecast instanceof Told,
                forecast instanceof Untold untold ? refusal(untold) : null,
                journeys.stages(),
                forecast instanceof Told told ? points(told, periods, starts.size()) : List.of(),
                new StageForecast.Rule(
                        Forecast.FEWEST_MOVES,
                        Forecast.FEWEST_UNITS,
                        Forecast.reachBack(journeys.all(), window) / MONTHS),
                new StageForecast.Basis(journeys.all().size(), exposure.moves(), journeys.versions(), rates(exposure)),
                new StageForecast.Method(MODEL, Method.seen(journeys), INTERVALS));
    }

    /** Whoever has left has no stage to come. */
    private static boolean isThere(Journey journey, Window window) {
        var left = journey.left();
        return left == null || left > window.to();
    }

    /** Of the length of {@code until}, up to it, all that end after anything was seen. */
    private List<Period> periods(List<Seen> starts) {
        var last = starts.stream().mapToInt(Seen::month).max().orElse(until.endMonth() - 1);
        if (until.endMonth() <= last)
            throw Problem.badParameter("until", "until ends after the last period with a stage")
                    .exception();
        var periods = new ArrayList<Period>();
        for (var period = until; period.endMonth() > last; period = period.previous()) {
            if (periods.size() == MOST_POINTS)
                throw Problem.badParameter("until", "until is " + MOST_POINTS + " periods ahead at most")
                        .exception();
            periods.add(period);
        }
        return periods.reversed();
    }

    private List<StageForecast.Point> points(Told told, List<Period> periods, int units) {
        var keys = new ArrayList<String>();
        for (var stage : journeys.stages()) keys.add(stage.key());
        keys.add(LEFT);
        var points = new ArrayList<StageForecast.Point>();
        for (var i = 0; i < periods.size(); i++) {
            var shares = new ArrayList<StageForecast.Share>();
            var chances = told.points().get(i).chances();
            for (var state = 0; state < chances.size(); state++) {
                var chance = chances.get(state);
                shares.add(new StageForecast.Share(
                        keys.get(state), chance.share(), chance.low(), chance.high(), chance.share() * units));
            }
            points.add(new StageForecast.Point(periods.get(i).toString(), shares));
        }
        return points;
    }

    private Refusal refusal(Untold untold) {
        var stage = untold.stage() == null ? null : journeys.stage(untold.stage());
        return new Refusal(
                untold.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                stage == null ? null : stage.key(),
                text(untold.why(), stage));
    }

    private static String text(Forecast.Why why, @Nullable NamedStage stage) {
        return switch (why) {
            case NOBODY -> "No unit asked about has a stage to start from.";
            case TOO_FEW_MOVES -> "Fewer than " + Forecast.FEWEST_MOVES + " changes of stage were seen.";
            case TOO_FEW_UNITS ->
                "Fewer than " + Forecast.FEWEST_UNITS + " units were seen to be at "
                        + (stage == null ? "a stage" : stage.title()) + " for a time.";
            case TOO_FAR -> "It is further ahead than the data reach back.";
        };
    }

    private List<Frequency> rates(Exposure exposure) {
        var rates = new ArrayList<Frequency>();
        for (var stage : journeys.stages()) for (var rate : exposure.rates(stage.ordinal())) rates.add(frequency(rate));
        return rates;
    }

    private Frequency frequency(Rate rate) {
        var to = rate.to();
        return new Frequency(
                journeys.stage(rate.from()).key(),
                to == null ? LEFT : journeys.stage(to).key(),
                rate.events(),
                rate.years(),
                rate.rate(),
                rate.low(),
                rate.high());
    }

    private static @Nullable String text(@Nullable Period period) {
        return period == null ? null : period.toString();
    }
}
