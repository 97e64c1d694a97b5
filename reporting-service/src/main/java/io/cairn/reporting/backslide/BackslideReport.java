package io.cairn.reporting.backslide;

import io.cairn.language.Comparison.Result;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.maturity.backslide.Course;
import io.cairn.maturity.backslide.Factor;
import io.cairn.maturity.upgrade.Results;
import io.cairn.reporting.backslide.Backslide.Change;
import io.cairn.reporting.backslide.Backslide.Material;
import io.cairn.reporting.backslide.Explained.Both;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.point.StagePoint;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts cause, figures and names to a fall. */
record BackslideReport(
        KnownModel model, WholeModels models, Explained explained, Errors errors, Map<Long, FreeText> reasons) {
    private static final String CORRECTION = "correction";

    Backslide of(Fall fall) {
        var both = explained.of(fall);
        var from = share(fall.from());
        var to = share(fall.to());
        var total = from == null || to == null ? null : (Double) (to - from);
        var decision = fall.to().decision();
        return new Backslide(
                fall.unit(),
                point(fall.from(), from),
                point(fall.to(), to),
                Cause.of(fall.to(), both.map(Both::course)).word(),
                total == null ? null : change(total, both.orElse(null)),
                decision != null && CORRECTION.equals(decision.cause()),
                decision != null && decision.overridden(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                decision == null ? null : reasons.get(decision.position()),
                material(fall, total));
    }

    private Backslide.Point point(StagePoint point, @Nullable Double share) {
        return new Backslide.Point(
                point.period().toString(),
                model.titled(Objects.requireNonNull(point.stage()), point.modelVersion()),
                point.modelVersion().toString(),
                point.assessment(),
                share);
    }

    private @Nullable Double share(StagePoint point) {
        return models.find(new ModelRef(model.key(), point.modelVersion()))
                .map(it -> Results.share(it, point.score(), point.max()))
                .orElse(null);
    }

    private static Change change(double total, @Nullable Both both) {
        if (both == null) return new Change(total, 0, 0, 0, 0, 0, total);
        var scope = part(both.course(), Factor.SCOPE);
        var evidence = part(both.course(), Factor.EVIDENCE);
        var answers = part(both.course(), Factor.ANSWERS) + scope + evidence;
        var version = part(both.course(), Factor.MODEL);
        var recorded = both.recorded();
        if (recorded != null) {
            answers = difference(recorded.before(), recorded.between());
            version = difference(recorded.between(), recorded.after());
        }
        return new Change(
                total, answers, answers - scope - evidence, scope, evidence, version, total - answers - version);
    }

    private static double difference(Result from, Result to) {
        var before = from.share();
        var after = to.share();
        return before == null || after == null ? 0 : after - before;
    }

    private static double part(Course course, Factor factor) {
        var share = course.share(factor);
        return share == null ? 0 : share;
    }

    private Material material(Fall fall, @Nullable Double total) {
        var whole = models.find(new ModelRef(model.key(), fall.from().modelVersion()));
        if (total == null || whole.isEmpty()) return new Material(null, null, null, null, 0, "no-score");
        var error = errors.in(fall.fromOrder(), whole.get());
        var why = error.undefined();
        return new Material(
                error.material(total),
                error.ratio(total),
                error.sem(),
                error.alpha(),
                error.units(),
                why == null ? null : why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
