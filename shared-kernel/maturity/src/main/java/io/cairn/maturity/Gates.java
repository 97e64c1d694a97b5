package io.cairn.maturity;

import io.cairn.language.Profile;
import io.cairn.language.StageRef;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stages of one dimension in order, each the foundation of the next. */
record Gates(MaturityModel model, Sheet sheet, List<Gate> inOrder) {
    static Gates of(MaturityModel model, StageRule.Gated rule, Sheet sheet) {
        return new Gates(
                model,
                sheet,
                IntStream.rangeClosed(1, model.stages().size())
                        .mapToObj(ordinal -> Gate.of(ordinal, rule, sheet))
                        .toList());
    }

    /** {@code max{k : every j ≤ k passes}}. */
    int passed() {
        return upTo(Gate::passes);
    }

    Reading reading() {
        var atLeast = passed();
        var atMost = upTo(gate -> !gate.fails());
        return new Reading(atLeast, atMost, towardsNext(), atLeast < atMost ? why(inOrder.get(atLeast)) : null);
    }

    /** {@code a_{d,stage+1}}; null at the last stage, and where the next one demands nothing. */
    private @Nullable Double towardsNext() {
        var passed = passed();
        if (passed == inOrder.size() || inOrder.get(passed).isUndetermined()) return null;
        return inOrder.get(passed).achieved();
    }

    /** How much of a stage and those below it is reached: 1 once passed, else the least {@code a_dj} on the way. */
    double towards(int ordinal) {
        return onTheWayTo(ordinal).mapToDouble(Gate::achieved).min().orElse(1);
    }

    boolean isUndeterminedTowards(int ordinal) {
        return onTheWayTo(ordinal).anyMatch(Gate::isUndetermined);
    }

    private Stream<Gate> onTheWayTo(int ordinal) {
        return inOrder.stream().limit(ordinal).skip(passed());
    }

    List<Gate> failingUpTo(int ordinal) {
        return inOrder.subList(0, ordinal).stream().filter(Gate::fails).toList();
    }

    /** Failing stages below {@code H = max{k : a_dk ≥ τ}}, the lowest first: that is the order to mend them in. */
    List<Gate> skipped() {
        var highest = inOrder.stream()
                .filter(Gate::isAchieved)
                .mapToInt(Gate::ordinal)
                .max()
                .orElse(0);
        return highest > passed() ? failingUpTo(highest - 1) : List.of();
    }

    List<Profile.Skipped> skippedStages() {
        return skipped().stream()
                .map(gate -> new Profile.Skipped(
                        gate.ordinal(),
                        Reading.ref(model, gate.ordinal()).key(),
                        Figures.shown(gate.achieved()),
                        gate.openByGap().stream().map(q -> q.question().key()).toList()))
                .toList();
    }

    @Nullable
    StageRef ifMended() {
        var mended = skipped();
        return mended.isEmpty() ? null : Reading.ref(model, upTo(gate -> gate.passes() || mended.contains(gate)));
    }

    private int upTo(Predicate<Gate> open) {
        return (int) inOrder.stream().takeWhile(open).count();
    }

    private String why(Gate gate) {
        var nothing = gate.questions().isEmpty() ? "has no questions" : "has only questions that do not apply";
        var stage = Words.stage(model, gate.ordinal());
        return "In dimension “" + sheet.title() + "” " + stage + " " + nothing
                + ", so nothing can be told from there on.";
    }
}
