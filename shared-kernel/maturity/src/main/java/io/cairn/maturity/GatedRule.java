package io.cairn.maturity;

import io.cairn.language.Profile;
import io.cairn.language.StageRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** {@code gated}: a stage is reached when it and every one below it pass. */
record GatedRule(MaturityModel model, StageRule.Gated rule) implements Rule {
    @Override
    public Reading alone(Sheet sheet) {
        return gates(sheet).reading();
    }

    @Override
    public Reading together(List<Sheet> sheets) {
        var mandatory = Rule.mandatory(sheets).stream().map(this::gates).toList();
        var readings = mandatory.stream().map(Gates::reading).toList();
        return switch (rule.overall()) {
            case StageRule.Overall.Minimum ignored -> Reading.lowest(model, readings);
            case StageRule.Overall.Quorum quorum ->
                mandatory.isEmpty() ? Reading.lowest(model, readings) : quorum(quorum.share(), mandatory);
        };
    }

    private Reading quorum(double share, List<Gates> mandatory) {
        var atLeast = reachedBy(share, mandatory, gates -> gates.reading().atLeast());
        var atMost = reachedBy(share, mandatory, gates -> gates.reading().atMost());
        var readings = mandatory.stream().map(Gates::reading).toList();
        return new Reading(
                atLeast,
                atMost,
                fractionOfQuorum(share, mandatory, atLeast + 1),
                atLeast < atMost ? Reading.reason(readings) : null);
    }

    private int reachedBy(double share, List<Gates> mandatory, ToIntFunction<Gates> stage) {
        var ordinal = model.stages().size();
        while (ordinal > 0) {
            var wanted = ordinal;
            if (isQuorum(
                    share,
                    mandatory,
                    mandatory.stream()
                            .filter(gates -> stage.applyAsInt(gates) >= wanted)
                            .toList())) break;
            ordinal--;
        }
        return ordinal;
    }

    /** The most that dimensions enough for a quorum have all reached of the stage. */
    private @Nullable Double fractionOfQuorum(double share, List<Gates> mandatory, int ordinal) {
        if (ordinal > model.stages().size()) return null;
        var furthestFirst = mandatory.stream()
                .sorted(Comparator.comparingDouble((Gates gates) -> gates.towards(ordinal))
                        .reversed())
                .toList();
        var size = 1;
        while (size < furthestFirst.size() && !isQuorum(share, mandatory, furthestFirst.subList(0, size))) size++;
        var last = furthestFirst.get(size - 1);
        return last.isUndeterminedTowards(ordinal) ? null : (Double) last.towards(ordinal);
    }

    private static boolean isQuorum(double share, List<Gates> all, List<Gates> some) {
        return !some.isEmpty() && Figures.atLeast(weight(some) / weight(all), share);
    }

    private static double weight(List<Gates> gates) {
        return gates.stream().mapToDouble(g -> g.sheet().weight()).sum();
    }

    /** Optional dimensions keep nobody back. The lowest stage comes first, of all dimensions; in it the largest gap. */
    @Override
    public List<Profile.Blocking> blocking(List<Sheet> sheets, Reading overall) {
        if (overall.atLeast() == model.stages().size()) return List.of();
        var open = new ArrayList<Open>();
        for (var sheet : Rule.mandatory(sheets))
            for (var gate : gates(sheet).failingUpTo(overall.atLeast() + 1))
                gate.open().forEach(question -> open.add(new Open(sheet, gate, question)));
        return open.stream().sorted(Open.LOWEST_FIRST).map(Open::blocking).toList();
    }

    private record Open(Sheet sheet, Gate gate, Judged question) {
        static final Comparator<Open> LOWEST_FIRST = Comparator.<Open>comparingInt(it -> it.gate.ordinal())
                .thenComparing(Comparator.<Open>comparingDouble(it -> Figures.shown(it.gate.gap(it.question)))
                        .reversed())
                .thenComparing(Comparator.<Open>comparingDouble(it -> Figures.shown(it.gate.worth(it.question)))
                        .reversed());

        Profile.Blocking blocking() {
            return new Profile.Blocking(
                    question.question().key(),
                    sheet.dimension().key(),
                    gate.ordinal(),
                    Figures.shown(gate.worth(question)));
        }
    }

    @Override
    public List<Profile.Skipped> skipped(Sheet sheet) {
        return gates(sheet).skippedStages();
    }

    @Override
    public @Nullable StageRef ifMended(Sheet sheet) {
        return gates(sheet).ifMended();
    }

    @Override
    public @Nullable StageRef ifAllMended(List<Sheet> sheets) {
        var mandatory = Rule.mandatory(sheets).stream().map(this::gates).toList();
        if (mandatory.stream().allMatch(gates -> gates.ifMended() == null)) return null;
        var lowest = mandatory.stream().mapToInt(GatedRule::mended).min().orElse(0);
        return Reading.ref(
                model,
                switch (rule.overall()) {
                    case StageRule.Overall.Minimum ignored -> lowest;
                    case StageRule.Overall.Quorum quorum ->
                        model.views().isEmpty() ? reachedBy(quorum.share(), mandatory, GatedRule::mended) : lowest;
                });
    }

    private static int mended(Gates gates) {
        var stage = gates.ifMended();
        return stage == null ? gates.passed() : stage.ordinal();
    }

    private Gates gates(Sheet sheet) {
        return Gates.of(model, rule, sheet);
    }
}
