package io.cairn.maturity;

import io.cairn.language.AnswerValue;
import io.cairn.language.InvalidValue;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.file.Faults;
import io.cairn.maturity.file.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** That what a file says of an earlier version fits the questions it has, and those the earlier version had. */
final class UpgradeChecks {
    private final Place upgrade;
    private final Faults faults;

    private UpgradeChecks(Place root, Faults faults) {
        this.upgrade = root.get("upgrade");
        this.faults = faults;
    }

    /** @param questions of the file */
    static void check(Place root, Set<String> questions, Faults faults) {
        new UpgradeChecks(root, faults).upgrade.get("questions").entries().forEach((key, origin) -> {
            if (!questions.contains(key)) faults.add(origin, "names a question that is not there");
        });
    }

    /** That every value stands on the scale of its question. @param model of a file without other faults */
    static void values(Place root, MaturityModel model, Faults faults) {
        new UpgradeChecks(root, faults).values(model);
    }

    /** That it names questions and answers of the earlier version. @param model of a file without faults */
    static void against(Place root, MaturityModel model, MaturityModel earlier, Faults faults) {
        new UpgradeChecks(root, faults).against(model, earlier);
    }

    private void values(MaturityModel model) {
        upgrade.get("questions").entries().forEach((key, origin) -> {
            var scale = model.question(new QuestionKey(key)).orElseThrow().scale();
            for (var value : origin.get("values").entries().values())
                refusal(scale, UpgradeBuilding.value(value).orElseThrow()).ifPresent(why -> faults.add(value, why));
        });
    }

    private void against(MaturityModel model, MaturityModel earlier) {
        upgrade.get("questions").entries().forEach((key, origin) -> {
            var sources = UpgradeBuilding.sources(key, origin).stream()
                    .map(it -> earlier.question(new QuestionKey(it)))
                    .toList();
            for (var index = 0; index < sources.size(); index++)
                if (sources.get(index).isEmpty())
                    faults.add(
                            place(origin, index),
                            "names a question that version " + earlier.ref().version() + " does not have");
            values(
                    origin.get("values"),
                    model.question(new QuestionKey(key)).orElseThrow(),
                    sources.stream().flatMap(Optional::stream).toList());
        });
    }

    private static Place place(Place origin, int index) {
        var from = origin.get("from");
        if (!from.isThere()) return origin;
        return from.items().isEmpty() ? from : from.items().get(index);
    }

    private void values(Place values, Question question, List<Question> sources) {
        if (!values.isThere() || sources.isEmpty()) return;
        values.entries().forEach((before, now) -> {
            var known = sources.stream()
                    .anyMatch(it -> refusal(it.scale(), AnswerValue.of(before)).isEmpty());
            if (!known) faults.add(now, "is not about an answer that could be given there: '" + before + "'");
        });
        var line = question.scale().isNumber()
                && sources.stream().allMatch(it -> it.scale().isNumber());
        if (line && values.entries().size() < 2) faults.add(values, "need two points at least between numbers");
    }

    private static Optional<String> refusal(Scale scale, AnswerValue value) {
        try {
            scale.accept(value);
            return Optional.empty();
        } catch (InvalidValue e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
