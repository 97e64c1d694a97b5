package io.cairn.maturity.upgrade;

import io.cairn.language.AnswerValue;
import io.cairn.language.AnswerValue.Quantity;
import io.cairn.maturity.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Numbers read off a line through the points the author gives, to 9 decimals; beyond its ends it says nothing.
 *
 * @param points by their x; two at least for it to say anything
 */
record Line(TreeMap<BigDecimal, BigDecimal> points, Scale from, Scale to) implements Conversion {
    private static final int DECIMALS = 9;

    static Line through(Scale from, Scale to, Map<String, AnswerValue> said) {
        var points = new TreeMap<BigDecimal, BigDecimal>();
        said.forEach((before, now) -> number(from, AnswerValue.of(before))
                .ifPresent(x -> number(to, now).ifPresent(y -> points.put(x, y))));
        return new Line(points, from, to);
    }

    @Override
    public Optional<AnswerValue> forward(AnswerValue before) {
        return number(from, before).flatMap(x -> at(points, x)).flatMap(y -> Conversion.accepted(to, new Quantity(y)));
    }

    /** Nothing where the line does not rise or fall all the way, for then it has no one way back. */
    @Override
    public List<AnswerValue> back(AnswerValue now) {
        var turned = new TreeMap<BigDecimal, BigDecimal>();
        points.forEach((x, y) -> turned.put(y, x));
        var order = List.copyOf(turned.values());
        var rising = order.stream().sorted().toList();
        if (turned.size() < points.size() || !(order.equals(rising) || order.equals(rising.reversed())))
            return List.of();
        return number(to, now)
                .flatMap(y -> at(turned, y))
                .flatMap(x -> Conversion.accepted(from, new Quantity(x)))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<BigDecimal> at(TreeMap<BigDecimal, BigDecimal> points, BigDecimal x) {
        var left = points.floorEntry(x);
        var right = points.ceilingEntry(x);
        if (left == null || right == null || points.size() < 2) return Optional.empty();
        if (left.getKey().compareTo(right.getKey()) == 0) return Optional.of(left.getValue());
        var share = x.subtract(left.getKey()).divide(right.getKey().subtract(left.getKey()), MathContext.DECIMAL128);
        return Optional.of(left.getValue()
                .add(share.multiply(right.getValue().subtract(left.getValue())))
                .setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> number(Scale scale, AnswerValue value) {
        return Conversion.accepted(scale, value)
                .filter(Quantity.class::isInstance)
                .map(it -> ((Quantity) it).value());
    }
}
