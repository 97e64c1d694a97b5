package io.cairn.maturity.benchmark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Stages of groups are counts, and so are differences of groups: where all companies in which two groups differ are at one
 * stage, and none went from it, subtracting tells the stage of each of them, however many they are.
 */
final class Mixture {
    private static final Integer NONE = -1;

    private final Columns<Counted> columns = new Columns<>(Counted::company);
    private final Map<Integer, BitSet> atStage = new HashMap<>();
    private final Map<Integer, Integer> stageOf = new HashMap<>();
    private final List<BitSet> shown = new ArrayList<>();

    Mixture(List<Published> before) {
        for (var it : before) if (it.withStages()) show(it.members());
    }

    boolean wouldTell(Collection<Counted> members) {
        var group = bits(members);
        return shown.stream().filter(it -> it.intersects(group)).anyMatch(other -> {
            var more = without(group, other);
            var less = without(other, group);
            return tells(more, less) || tells(less, more);
        });
    }

    void show(Collection<Counted> members) {
        shown.add(bits(members));
    }

    private BitSet bits(Collection<Counted> members) {
        var bits = new BitSet();
        for (var member : members) {
            var number = columns.of(member);
            var stage = member.stage() == null ? NONE : member.stage();
            stageOf.put(number, stage);
            atStage.computeIfAbsent(stage, it -> new BitSet()).set(number);
            bits.set(number);
        }
        return bits;
    }

    private boolean tells(BitSet one, BitSet other) {
        if (one.isEmpty()) return false;
        var at = Objects.requireNonNull(atStage.get(stageOf.get(one.nextSetBit(0))));
        return without(one, at).isEmpty() && !other.intersects(at);
    }

    private static BitSet without(BitSet one, BitSet other) {
        var rest = (BitSet) one.clone();
        rest.andNot(other);
        return rest;
    }
}
