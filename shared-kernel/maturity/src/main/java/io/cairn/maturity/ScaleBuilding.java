package io.cairn.maturity;

import io.cairn.maturity.file.Place;
import java.math.BigDecimal;
import java.util.List;

/** Makes the scales of a file in which no fault was found. */
final class ScaleBuilding {
    private ScaleBuilding() {}

    static Scale scale(Place scale) {
        var type = ModelBuilding.string(scale, "type");
        return switch (type) {
            case "boolean" -> new Scale.Truth();
            case "choice" -> choice(scale);
            case "likert" ->
                new Scale.Likert(
                        scale.get("levels").decimal().orElseThrow().intValue(),
                        scale.get("labels").items().stream()
                                .map(ModelBuilding::text)
                                .toList());
            case "numeric" -> numeric(scale);
            case "percent" -> new Scale.Percent();
            default -> throw new IllegalStateException("no kind of scale " + type);
        };
    }

    private static Scale choice(Place scale) {
        var options =
                scale.get("options").items().stream().map(ScaleBuilding::option).toList();
        var most =
                options.stream().mapToDouble(Scale.Choice.Option::points).max().orElse(0);
        return new Scale.Choice(options, scale.get("maxPoints").number().orElse(most));
    }

    private static Scale.Choice.Option option(Place option) {
        var label = ModelBuilding.text(option.get("label"));
        return new Scale.Choice.Option(
                option.get("key").string().orElse(label.in("en")),
                label,
                option.get("points").number().orElseThrow());
    }

    private static Scale numeric(Place scale) {
        var min = scale.get("min").decimal().orElseThrow();
        var max = scale.get("max").decimal().orElseThrow();
        return new Scale.Numeric(min, max, points(scale, min, max));
    }

    private static List<Scale.Numeric.Point> points(Place scale, BigDecimal min, BigDecimal max) {
        var points = scale.get("points").items();
        if (!points.isEmpty())
            return points.stream()
                    .map(point -> new Scale.Numeric.Point(
                            point.get("x").decimal().orElseThrow(),
                            point.get("value").number().orElseThrow()))
                    .toList();
        var falls = scale.get("higherIsWorse").bool().orElse(false);
        return List.of(new Scale.Numeric.Point(min, falls ? 1 : 0), new Scale.Numeric.Point(max, falls ? 0 : 1));
    }
}
