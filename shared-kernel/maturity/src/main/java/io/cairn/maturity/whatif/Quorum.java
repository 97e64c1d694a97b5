package io.cairn.maturity.whatif;

import io.cairn.maturity.whatif.Goal.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which parts of a goal to reach, where not all of them must be. */
final class Quorum {
    private static final double TOLERANCE = 1e-9;

    /** Parts of which every choice is tried: 4096 at most. */
    private static final int ALL_CHOICES = 12;

    private final Goal goal;
    private final Costs costs;
    private final double weight;

    private Quorum(Goal goal, Costs costs) {
        this.goal = goal;
        this.costs = costs;
        this.weight = goal.parts().stream().mapToDouble(Part::weight).sum();
    }

    /** Null when no choice of parts that is enough can be reached. */
    static @Nullable Pick cheapest(Goal goal, Costs costs) {
        var quorum = new Quorum(goal, costs);
        return goal.parts().size() <= ALL_CHOICES ? quorum.ofAll() : quorum.cheapestFirst();
    }

    private @Nullable Pick ofAll() {
        Pick best = null;
        for (var choice = 1; choice < 1 << goal.parts().size(); choice++) {
            var chosen = chosen(choice);
            if (!isJustEnough(chosen)) continue;
            var pick = costs.of(bars(chosen));
            if (pick != null) best = best == null ? pick : best.or(pick);
        }
        return best;
    }

    private List<Part> chosen(int choice) {
        var chosen = new ArrayList<Part>();
        for (var i = 0; i < goal.parts().size(); i++)
            if ((choice >> i & 1) == 1) chosen.add(goal.parts().get(i));
        return chosen;
    }

    /** Enough, and no more than that: with one part more it takes no less. */
    private boolean isJustEnough(List<Part> chosen) {
        return isEnough(chosen)
                && chosen.stream().noneMatch(part -> {
                    var others = new ArrayList<>(chosen);
                    others.remove(part);
                    return isEnough(others);
                });
    }

    private boolean isEnough(List<Part> chosen) {
        return !chosen.isEmpty()
                && chosen.stream().mapToDouble(Part::weight).sum() / weight >= goal.share() - TOLERANCE;
    }

    /** Those that take the fewest changes for their weight. Parts that share a question may take fewer together. */
    private @Nullable Pick cheapestFirst() {
        var chosen = new ArrayList<Part>();
        for (var part : goal.parts().stream()
                .filter(it -> costs.of(it.bars()) != null)
                .sorted(Comparator.comparingDouble(this::changesPerWeight))
                .toList()) {
            if (isEnough(chosen)) break;
            chosen.add(part);
        }
        var pick = isEnough(chosen) ? costs.of(bars(chosen)) : null;
        return pick == null || pick.count() == 0 ? pick : new Pick(pick.answers(), pick.effort(), 1, false);
    }

    private double changesPerWeight(Part part) {
        var pick = costs.of(part.bars());
        return pick == null ? Double.MAX_VALUE : pick.count() / part.weight();
    }

    private static List<Bar> bars(List<Part> parts) {
        return parts.stream().flatMap(part -> part.bars().stream()).toList();
    }
}
