package io.cairn.maturity.upgrade;

import io.cairn.maturity.Question;
import io.cairn.maturity.Scale;
import io.cairn.maturity.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether two questions say the same, apart from their keys and from languages that only one of them speaks. */
final class Wordings {
    private Wordings() {}

    /** Whether the same answers are worth the same, however they are labelled. */
    static boolean worthTheSame(Scale one, Scale other) {
        if (one instanceof Scale.Choice first && other instanceof Scale.Choice second)
            return first.maxPoints() == second.maxPoints() && points(first).equals(points(second));
        if (one instanceof Scale.Likert first && other instanceof Scale.Likert second)
            return first.levels() == second.levels();
        if (one instanceof Scale.Numeric first && other instanceof Scale.Numeric second)
            return first.min().compareTo(second.min()) == 0
                    && first.max().compareTo(second.max()) == 0
                    && points(first).equals(points(second));
        return one.equals(other);
    }

    static boolean differ(Question one, Question other) {
        return differ(one.text(), other.text())
                || differ(one.guidance(), other.guidance())
                || differ(one.scale(), other.scale());
    }

    private static boolean differ(@Nullable Text one, @Nullable Text other) {
        if (one == null || other == null) return one != other;
        return one.byLanguage().entrySet().stream()
                .anyMatch(it -> other.byLanguage().containsKey(it.getKey())
                        && !squeezed(it.getValue()).equals(squeezed(other.in(it.getKey()))));
    }

    /** Labels of what both can say. */
    private static boolean differ(Scale one, Scale other) {
        if (one instanceof Scale.Choice first && other instanceof Scale.Choice second) {
            var labels = labels(second);
            return first.options().stream().anyMatch(it -> {
                var label = labels.get(it.key());
                return label != null && differ(it.label(), label);
            });
        }
        return one instanceof Scale.Likert first
                && other instanceof Scale.Likert second
                && differ(first.labels(), second.labels());
    }

    private static boolean differ(List<Text> some, List<Text> others) {
        for (var i = 0; i < Math.min(some.size(), others.size()); i++)
            if (differ(some.get(i), others.get(i))) return true;
        return some.size() != others.size();
    }

    private static List<Scale.Numeric.Point> points(Scale.Numeric scale) {
        return scale.points().stream()
                .map(it -> new Scale.Numeric.Point(it.x().stripTrailingZeros(), it.value()))
                .toList();
    }

    private static Map<String, Double> points(Scale.Choice scale) {
        return scale.options().stream().collect(Collectors.toMap(Scale.Choice.Option::key, it -> it.points()));
    }

    private static Map<String, Text> labels(Scale.Choice scale) {
        return scale.options().stream().collect(Collectors.toMap(Scale.Choice.Option::key, it -> it.label()));
    }

    private static String squeezed(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
