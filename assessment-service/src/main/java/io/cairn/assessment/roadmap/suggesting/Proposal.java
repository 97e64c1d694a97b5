package io.cairn.assessment.roadmap.suggesting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.Aim;
import io.cairn.language.DimensionKey;
import io.cairn.maturity.Figures;
import io.cairn.maturity.whatif.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An action that would bring some of the way.
 *
 * @param stage the ordinal its questions belong to, null in models that are not staged by question
 * @param share of all that is to be gained on the way (Σ weight × rise), 0..1
 * @param rise of the value, 0..1, the mean by weight where there are several questions
 * @param impact 1 to 5, and ease likewise; priority is their product
 * @param questions as an action names them
 * @param changes what they are now and what is needed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Proposal(
        DimensionKey dimension,
        @Nullable Integer stage,
        double share,
        double rise,
        int impact,
        int ease,
        int priority,
        List<Aim> questions,
        List<Change> changes) {
    static final String RULE = "priority = impact × ease. share = weight × rise of a proposal's questions over that of"
            + " the whole way; impact = 1 + 4 × share / the largest share, rounded. rise = how far the value (0..1) must"
            + " go up; ease = 5 − 4 × rise, rounded. Of equal priority the lowest stage goes first.";

    /** What proposals are made of. */
    enum By {
        QUESTION,
        DIMENSION
    }

    /** The most promising first. */
    static List<Proposal> of(List<Change> changes, By by) {
        var total = changes.stream().mapToDouble(Change::effort).sum();
        var groups = List.copyOf(grouped(changes, by).values());
        var largest = groups.stream().mapToDouble(Proposal::effort).max().orElse(0);
        return groups.stream()
                .map(group -> of(group, effort(group), total, largest))
                .sorted(Comparator.comparingInt(Proposal::priority)
                        .reversed()
                        .thenComparingInt(it -> it.stage() == null ? 0 : it.stage()))
                .toList();
    }

    /** A dimension's questions of one stage, or each for itself. */
    private static LinkedHashMap<Object, List<Change>> grouped(List<Change> changes, By by) {
        Function<Change, Object> key = switch (by) {
            case QUESTION -> Change::question;
            case DIMENSION -> change -> List.of(change.dimension(), change.stage() == null ? 0 : change.stage());
        };
        var groups = new LinkedHashMap<Object, List<Change>>();
        for (var change : changes)
            groups.computeIfAbsent(key.apply(change), none -> new ArrayList<>()).add(change);
        return groups;
    }

    private static double effort(List<Change> group) {
        return group.stream().mapToDouble(Change::effort).sum();
    }

    private static Proposal of(List<Change> group, double effort, double total, double largest) {
        var rise = rise(group);
        var impact = largest > 0 ? 1 + (int) Math.round(4 * effort / largest) : 1;
        var ease = 5 - (int) Math.round(4 * rise);
        return new Proposal(
                group.getFirst().dimension(),
                group.getFirst().stage(),
                total > 0 ? Figures.shown(effort / total) : 0,
                Figures.shown(rise),
                impact,
                ease,
                impact * ease,
                group.stream().map(it -> new Aim(it.question(), it.needed())).toList(),
                group);
    }

    /** The mean by weight, which a change carries in its effort; of questions without weight the plain one. */
    private static double rise(List<Change> group) {
        var plain = group.stream()
                .mapToDouble(it -> it.counts() - it.countsNow())
                .average()
                .orElse(0);
        var weight = 0.0;
        var effort = 0.0;
        for (var it : group) {
            var own = it.counts() - it.countsNow();
            if (own > 0) weight += it.effort() / own;
            effort += it.effort();
        }
        return Math.clamp(weight > 0 ? effort / weight : plain, 0, 1);
    }
}
