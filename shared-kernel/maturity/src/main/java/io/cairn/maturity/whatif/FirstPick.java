package io.cairn.maturity.whatif;

import io.cairn.language.QuestionKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of changes that reaches a bar, found at once: the forced ones and the largest of the others. */
final class FirstPick {
    private FirstPick() {}

    /** Null when not even the best answers to all items do. */
    static @Nullable Pick of(List<Item> items, double need, double open) {
        var forced = items.stream().filter(Item::forced).toList();
        var free = Lift.free(items);
        var answered = free.stream().filter(Item::answered).toList();
        var unanswered = free.stream()
                .filter(item -> !item.answered())
                .sorted(Comparator.comparingDouble(Item::cover).reversed())
                .toList();
        var gains = Lift.fromStart(answered, Item::best);
        var others = Lift.fromStart(unanswered, Item::best);
        var covers = Lift.fromStart(unanswered, Item::cover);
        var gain = forced.stream().mapToDouble(Item::best).sum();
        var cover = forced.stream().mapToDouble(Item::cover).sum();
        List<Item> fewest = null;
        for (var some = 0; some <= unanswered.size(); some++) {
            if (cover + covers[some] < open - Lift.NOISE) continue;
            var more = fewest(gains, need - gain - others[some]);
            if (more > answered.size()) continue;
            if (fewest != null && forced.size() + some + more >= fewest.size()) continue;
            fewest = new ArrayList<>(forced);
            fewest.addAll(unanswered.subList(0, some));
            fewest.addAll(answered.subList(0, more));
        }
        return fewest == null ? null : lowered(fewest, need);
    }

    /** How many of the first it takes; more than there are when all do not suffice. */
    private static int fewest(double[] sums, double wanted) {
        var low = 0;
        var high = sums.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sums[middle] >= wanted - Lift.NOISE) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /** One after the other is lowered as far as the rest allows. */
    private static Pick lowered(List<Item> picked, double need) {
        var spare = picked.stream().mapToDouble(Item::best).sum() - need;
        var answers = new HashMap<QuestionKey, Steps.Step>();
        var effort = 0.0;
        for (var item : picked) {
            var option = Math.min(item.least(item.best() - spare - Lift.NOISE), item.last());
            spare -= item.best() - item.gain(option);
            answers.put(item.question().key(), item.options().get(option));
            effort += item.effort(option);
        }
        return new Pick(answers, effort, 0, false);
    }
}
