package io.cairn.reporting.timeinstage;

import io.cairn.language.Period;
import io.cairn.maturity.movement.Exposure;
import io.cairn.maturity.movement.Rate;
import io.cairn.maturity.movement.Spell;
import io.cairn.maturity.movement.Stay;
import io.cairn.maturity.movement.Window;
import io.cairn.maturity.survival.Ending;
import io.cairn.maturity.survival.Span;
import io.cairn.reporting.journeys.Curve;
import io.cairn.reporting.journeys.IntervalCurve;
import io.cairn.reporting.journeys.Journeys;
import io.cairn.reporting.journeys.Method;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.known.KnownModel.NamedStage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The times in each stage. */
record TimeInStageReport(Scope scope, Journeys journeys) {
    private static final String LEFT = "left";
    private static final String TOO_FEW = "too-few-journeys";
    private static final String FOUND =
            " A stage above the first in which a unit was found is left out, for when it began is unknown.";

    TimeInStage report() {
        var window = journeys.window(scope);
        var spells = journeys.all().stream()
                .flatMap(it -> Spell.of(it, window).stream())
                .toList();
        var stays = journeys.all().stream()
                .flatMap(it -> Stay.of(it, window).stream())
                .toList();
        var exposure = Exposure.of(journeys.ordinals(), spells, window);
        return new TimeInStage(
                scope.model().value(),
                text(scope.from()),
                text(scope.to()),
                journeys.all().size(),
                journeys.versions(),
                journeys.stages().stream()
                        .map(stage -> row(stage, spells, stays, exposure, window))
                        .toList(),
                Method.of(
                        journeys,
                        Method.TRUNCATED + FOUND,
                        Method.CURVES + " Rates: exact Poisson intervals (Garwood)."));
    }

    private TimeInStage.Row row(NamedStage stage, List<Spell> all, List<Stay> stays, Exposure exposure, Window window) {
        var spells = all.stream().filter(it -> it.stage() == stage.ordinal()).toList();
        var spans = spells.stream()
                .map(it -> it.span(window))
                .filter(Objects::nonNull)
                .toList();
        var curve = Curve.of(spans);
        var found = spells.stream()
                .filter(it -> it.beginning() == Spell.Beginning.FOUND && it.months(window) > 0)
                .count();
        return new TimeInStage.Row(
                stage,
                new TimeInStage.Spells(
                        spans.size(),
                        (int) spans.stream().filter(it -> it.entry() > 0).count(),
                        (int) found,
                        ended(spans, Ending.ADVANCE),
                        ended(spans, Ending.REGRESS),
                        ended(spans, Ending.LEAVE),
                        ended(spans, null)),
                curve,
                IntervalCurve.of(stays.stream()
                        .filter(it -> it.stage() == stage.ordinal())
                        .map(Stay::lasted)
                        .toList()),
                curve == null ? TOO_FEW : null,
                exposure.rates(stage.ordinal()).stream().map(this::frequency).toList());
    }

    private static int ended(List<Span> spans, @Nullable Ending ending) {
        return (int) spans.stream().filter(it -> it.ending() == ending).count();
    }

    private TimeInStage.Frequency frequency(Rate rate) {
        var to = rate.to();
        return new TimeInStage.Frequency(
                to == null ? LEFT : journeys.stage(to).key(),
                to,
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
