package io.cairn.assessment.journey;

import io.cairn.language.DimensionKey;
import io.cairn.language.Period;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.TargetSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A journey's targets, by their periods; of one period the unit's as a whole comes first. */
public record Targets(List<Target> all) {
    public static final Targets NONE = new Targets(List.of());

    private static final Comparator<Target> ORDER = Comparator.comparing(Target::period)
            .thenComparing(it -> it.dimension() == null ? "" : it.dimension().value());

    public Targets {
        all = List.copyOf(all);
    }

    public Optional<Target> find(Target.Key key) {
        return all.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** What was told of any of them and is otherwise now. */
    List<JourneyEvent> told(JourneyState journey) {
        return all.stream().flatMap(it -> it.told(journey).stream()).toList();
    }

    Targets set(TargetSet it, @Nullable Period now) {
        var key = new Target.Key(it.dimension(), it.period());
        var before = find(key);
        var changed = new ArrayList<>(without(key).all());
        changed.add(before.map(target -> target.set(it, now)).orElseGet(() -> Target.of(it, now)));
        changed.sort(ORDER);
        return new Targets(changed);
    }

    Targets withdrawn(@Nullable DimensionKey dimension, Period period) {
        return without(new Target.Key(dimension, period));
    }

    Targets changed(@Nullable DimensionKey dimension, Period period, UnaryOperator<Target> change) {
        var key = new Target.Key(dimension, period);
        return new Targets(all.stream()
                .map(it -> it.key().equals(key) ? change.apply(it) : it)
                .toList());
    }

    private Targets without(Target.Key key) {
        return new Targets(all.stream().filter(it -> !it.key().equals(key)).toList());
    }
}
