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
        var free = Lift.free(items);
        var answered = free.stream().filter(Item::answered).toList();
        var unanswered = free.stream()
                .filter(item -> !item.answered())
                .sorted(Comparator.comparingDouble(Item::cover).reversed())
                .toList();
        List<Item> fewest = null;
        for (var some = 0; some <= unanswered.size(); some++) {
            var picked = new ArrayList<>(items.stream().filter(Item::forced).toList());
            picked.addAll(unanswered.subList(0, some));
            for (var item : answered) {
                if (does(picked, need, open)) break;
                picked.add(item);
            }
            if (does(picked, need, open) && (fewest == null || picked.size() < fewest.size())) fewest = picked;
        }
        return fewest == null ? null : lowered(fewest, need);
    }

    private static boolean does(List<Item> picked, double need, double open) {
        return picked.stream().mapToDouble(Item::best).sum() >= need - Lift.NOISE
                && picked.stream().mapToDouble(Item::cover).sum() >= open - Lift.NOISE;
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
