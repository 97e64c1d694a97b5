package io.cairn.maturity.upgrade;

import io.cairn.language.QuestionKey;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.UpgradeRules.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which questions come from which. */
final class Links {
    private Links() {}

    /** By question of the last version, one for each question of the first that it comes from. */
    static Map<QuestionKey, List<Link>> along(List<MaturityModel> path) {
        var links = step(path.get(0), path.get(1));
        for (var i = 2; i < path.size(); i++) {
            var before = links;
            links = new HashMap<>();
            for (var it : step(path.get(i - 1), path.get(i)).entrySet())
                links.put(it.getKey(), joined(it.getValue(), before));
        }
        return links;
    }

    private static List<Link> joined(List<Link> links, Map<QuestionKey, List<Link>> before) {
        var joined = new LinkedHashMap<QuestionKey, Link>();
        for (var link : links)
            for (var first : before.getOrDefault(link.from().key(), List.of()))
                joined.putIfAbsent(first.from().key(), first.then(link));
        return List.copyOf(joined.values());
    }

    private static Map<QuestionKey, List<Link>> step(MaturityModel from, MaturityModel to) {
        var rules = to.upgrade();
        var said = rules != null && rules.from().equals(from.ref().version())
                ? rules.questions()
                : Map.<QuestionKey, Origin>of();
        var links = new HashMap<QuestionKey, List<Link>>();
        for (var question : to.questions().values()) {
            var origin = said.getOrDefault(question.key(), new Origin(List.of(question.key()), Map.of()));
            links.put(
                    question.key(),
                    origin.from().stream()
                            .flatMap(key -> from.question(key).stream())
                            .map(source -> Link.of(source, question, origin))
                            .toList());
        }
        return links;
    }

    /** @param sources of one question of the newer version, one at least */
    static Kind kind(List<Link> sources, Function<QuestionKey, List<Link>> targets) {
        if (sources.size() > 1) return Kind.MERGED;
        var only = sources.getFirst();
        if (targets.apply(only.from().key()).size() > 1) return Kind.SPLIT;
        return only.isSame() ? Kind.SAME : Kind.CHANGED_SCALE;
    }

    static List<Link> both(List<Link> some, List<Link> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
