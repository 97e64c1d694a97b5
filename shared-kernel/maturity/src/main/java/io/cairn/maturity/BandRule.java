package io.cairn.maturity;

import io.cairn.language.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code thresholds} and {@code mean}: the score says the stage, provided that enough of it rests on answers.
 * Unanswered questions count 0, so below the model's minimum coverage the score would name too low a stage; it names
 * none.
 */
record BandRule(MaturityModel model, Bands bands) implements Rule {
    @Override
    public Reading alone(Sheet sheet) {
        return read(Score.of(model.scoring(), sheet.tally()), " of dimension “" + sheet.title() + "”");
    }

    @Override
    public Reading together(List<Sheet> sheets) {
        return read(Score.of(model.scoring(), sheets), "");
    }

    private Reading read(Score score, String what) {
        if (score.empty())
            return Reading.unknown(model, "No question" + what + " applies, so there is nothing to tell a stage from.");
        if (!Figures.atLeast(score.coverage(), model.minimumCoverage()))
            return Reading.unknown(
                    model,
                    Words.percent(score.coverage()) + what + " is answered; a stage is told from "
                            + Words.percent(model.minimumCoverage()) + " on.");
        var ordinal = bands.ordinal(score);
        return Reading.told(ordinal, ordinal == model.stages().size() ? null : (Double) bands.fraction(score, ordinal));
    }

    /** With views the lowest mandatory dimensions decide, each by its own score; else all do, by the overall score. */
    @Override
    public List<Profile.Blocking> blocking(List<Sheet> sheets, Reading overall) {
        if (overall.atLeast() == overall.atMost()
                && overall.atLeast() == model.stages().size()) return List.of();
        var blocking = new ArrayList<Profile.Blocking>();
        if (model.views().isEmpty()) {
            var weight = Score.weight(sheets);
            for (var sheet : sheets) if (weight > 0) add(blocking, sheet, sheet.weight() / weight, overall);
        } else {
            // a dimension that may be at the lowest stage holds back as one that is, whether or not its own is told
            for (var sheet : Rule.mandatory(sheets))
                if (alone(sheet).atLeast() <= overall.atLeast()) add(blocking, sheet, 1, overall);
        }
        blocking.sort(Comparator.comparingDouble(Profile.Blocking::worth).reversed());
        return blocking;
    }

    /** Where no stage is told for want of answers, it is the unanswered questions that block. */
    private void add(List<Profile.Blocking> blocking, Sheet sheet, double part, Reading reading) {
        if (sheet.tally().isEmpty()) return;
        for (var judged : sheet.questions()) {
            if (!judged.applicable() || (reading.why() != null && judged.answered())) continue;
            var worth = Figures.shown(worth(judged, sheet.tally(), part));
            var question = judged.question();
            if (worth > 0)
                blocking.add(
                        new Profile.Blocking(question.key(), sheet.dimension().key(), question.stage(), worth));
        }
    }

    private double worth(Judged judged, Tally tally, double part) {
        return switch (model.scoring()) {
            case ScoringPolicy.Points ignored -> judged.missing();
            case ScoringPolicy.WeightedMean mean ->
                (mean.max() - mean.min()) * part * judged.missing() / tally.applicable();
        };
    }
}
