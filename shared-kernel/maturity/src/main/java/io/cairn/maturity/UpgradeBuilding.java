package io.cairn.maturity;

import io.cairn.language.AnswerValue;
import io.cairn.language.ModelVersion;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.file.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a file in which no fault was found says of an earlier version. */
final class UpgradeBuilding {
    private UpgradeBuilding() {}

    static @Nullable UpgradeRules rules(Place upgrade) {
        if (!upgrade.isThere()) return null;
        var questions = new HashMap<QuestionKey, UpgradeRules.Origin>();
        upgrade.get("questions")
                .entries()
                .forEach((key, origin) -> questions.put(new QuestionKey(key), origin(key, origin)));
        return new UpgradeRules(ModelVersion.parse(ModelBuilding.string(upgrade, "from")), questions);
    }

    private static UpgradeRules.Origin origin(String key, Place origin) {
        var values = new HashMap<String, AnswerValue>();
        origin.get("values")
                .entries()
                .forEach((before, now) -> values.put(before, value(now).orElseThrow()));
        return new UpgradeRules.Origin(
                sources(key, origin).stream().map(QuestionKey::new).toList(), values);
    }

    /** Left out, the question had the key it has. */
    static List<String> sources(String key, Place origin) {
        var from = origin.get("from");
        if (!from.isThere()) return List.of(key);
        return from.string()
                .map(List::of)
                .orElseGet(() -> from.items().stream()
                        .flatMap(it -> it.string().stream())
                        .toList());
    }

    /** Empty when it says nothing. */
    static Optional<AnswerValue> value(Place place) {
        return place.string()
                .map(AnswerValue::of)
                .or(() -> place.bool().map(AnswerValue::of))
                .or(() -> place.decimal().map(AnswerValue.Quantity::new));
    }
}
