package io.cairn.maturity.benchmark;

import io.cairn.maturity.benchmark.Cell.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The scores of a group's members: overall and of each dimension. */
final class Scores {
    private final Rules rules;
    private final List<Member> members;
    private final SortedMap<String, Score> shown = new TreeMap<>();
    private final Map<UUID, SortedMap<String, Double>> percentiles = new HashMap<>();

    Scores(Rules rules, List<Member> members) {
        this.rules = rules;
        this.members = members;
        var keys = new TreeSet<String>();
        for (var member : members) keys.addAll(member.scores().keySet());
        for (var key : keys) add(key);
    }

    SortedMap<String, Score> shown() {
        return shown;
    }

    Map<UUID, SortedMap<String, Double>> percentiles() {
        return percentiles;
    }

    private void add(String key) {
        var values = new ArrayList<Double>();
        for (var member : members) {
            var value = member.scores().get(key);
            if (value != null) values.add(value);
        }
        var score = score(values);
        shown.put(key, score);
        if (score.withheld() == null && values.size() > rules.besidesRanked()) rank(key, values);
    }

    private Score score(List<Double> values) {
        var without = members.size() - values.size();
        if (values.size() < rules.fewest()) return new Score(null, Rule.TOO_FEW);
        if (without > 0 && without < rules.few()) return new Score(null, Rule.ISOLATES_FEW);
        var quartiles = Quartiles.of(values);
        return isTooAlike(quartiles) ? new Score(null, Rule.TOO_ALIKE) : new Score(quartiles.rounded(), null);
    }

    /** Three quarters of the companies at an end of the scale, or half of them at one place, is as good as all. */
    private boolean isTooAlike(Quartiles it) {
        return it.upper() - it.lower() < rules.closest()
                || it.lower() > 1 - rules.closest()
                || it.upper() < rules.closest();
    }

    private void rank(String key, List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        for (var member : members) {
            var own = member.scores().get(key);
            if (own != null)
                percentiles
                        .computeIfAbsent(member.company(), company -> new TreeMap<>())
                        .put(key, MidRank.percentile(own, sorted));
        }
    }
}
